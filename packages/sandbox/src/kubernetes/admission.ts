import { isDeepStrictEqual } from 'node:util';
import { at, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { Resource, Stored } from './resources';
import { badRequest, FieldError, invalid } from './status';

const usualSpecs: Record<string, object> = {
  PersistentVolumeClaim: { volumeMode: 'Filesystem' },
  PersistentVolume: {
    volumeMode: 'Filesystem',
    persistentVolumeReclaimPolicy: 'Retain',
  },
  Pod: {},
};

/** What the server fills in when an object is created. */
export function withDefaults({ kind }: Resource, object: Stored): Stored {
  const { metadata } = object;
  if (usualSpecs[kind]) {
    const spec = { ...usualSpecs[kind], ...objectOf(object.spec) };
    return { ...object, spec, status: { phase: 'Pending' } };
  }
  if (kind === 'StorageClass') {
    const usual = { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };
    return { ...usual, ...object };
  }
  if (kind === 'Namespace') {
    const named = { 'kubernetes.io/metadata.name': metadata.name };
    const labels = { ...objectOf(metadata.labels), ...named };
    return { ...object, metadata: { ...metadata, labels } };
  }
  if (kind !== 'Secret') return object;
  const plain = mapFields(objectOf(object.stringData), it =>
    Buffer.from(textOf(it)).toString('base64'),
  );
  const data = { ...objectOf(object.data), ...plain };
  return { type: 'Opaque', ...object, data, stringData: undefined };
}

/**
 * Refuses what the server's validation refuses, in the words of release 1.37.
 *
 * @throws 422 naming every broken field; 400 for a quantity that cannot be read
 */
export function validate(resource: Resource, next: Stored, live?: Stored) {
  const { kind } = resource;
  const errors = live
    ? changeErrors(kind, next, live)
    : [...nameErrors(kind, next), ...fieldErrors(kind, next)];
  if (errors.length > 0) throw invalid(resource, next.metadata.name, errors);
}

const error = (field: string, reason: string, message: string): FieldError => {
  return { field, reason, message };
};
const wrong = (field: string, value: string, why: string) =>
  error(field, 'Invalid', `Invalid value: ${value}: ${why}`);

const part = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const label = {
  limit: 63,
  pattern: part,
  rule: `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${part}')`,
};
const subdomain = {
  limit: 253,
  pattern: `${part}(\\.${part})*`,
  rule: `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${part}(\\.${part})*')`,
};

function nameErrors(kind: string, { metadata: { name } }: Stored) {
  const field = 'metadata.name';
  const missing = 'Required value: name or generateName is required';
  if (!name) return [error(field, 'Required', missing)];
  const { limit, pattern, rule } = kind === 'Namespace' ? label : subdomain;
  const broken = new RegExp(`^${pattern}$`).test(name) ? [] : [rule];
  const long =
    name.length > limit ? [`must be no more than ${limit} characters`] : [];
  return [...broken, ...long].map(why => wrong(field, `"${name}"`, why));
}

const quantity =
  /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;
const unreadable =
  'PersistentVolumeClaim in version "v1" cannot be handled as a PersistentVolumeClaim: quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\'';
const [modes, size] = ['spec.accessModes', 'spec.resources[storage]'];
const noMode = 'Required value: at least 1 access mode is required';

function fieldErrors(
  kind: string,
  { provisioner, spec }: Stored,
): FieldError[] {
  const required = (field: string, text = 'Required value') => [
    error(field, 'Required', text),
  ];
  if (kind === 'StorageClass' && !provisioner) return required('provisioner');
  if (kind !== 'PersistentVolumeClaim') return [];
  const storage = at(spec, 'resources', 'requests', 'storage');
  if (storage && !quantity.test(`${storage}`)) throw badRequest(unreadable);
  const small = wrong(size, `"${storage}"`, 'must be greater than zero');
  return [
    ...(textsOf(at(spec, 'accessModes')).length > 0
      ? []
      : required(modes, noMode)),
    ...(storage ? [] : required(size)),
    ...(parseFloat(`${storage}`) <= 0 ? [small] : []),
  ];
}

const immutable = [
  'provisioner',
  'parameters',
  'reclaimPolicy',
  'volumeBindingMode',
];
const frozen =
  'Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';

function changeErrors(kind: string, next: Stored, live: Stored): FieldError[] {
  if (kind === 'StorageClass') {
    return immutable
      .filter(field => !isDeepStrictEqual(next[field], live[field]))
      .map(field => wrong(field, 'null', 'field is immutable'));
  }
  const isPending = at(live.status, 'phase') === 'Pending';
  const same = isDeepStrictEqual(next.spec, live.spec);
  const claim = kind === 'PersistentVolumeClaim' && isPending;
  return claim && !same ? [error('spec', 'Forbidden', frozen)] : [];
}
