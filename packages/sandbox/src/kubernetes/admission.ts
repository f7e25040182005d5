import { isDeepStrictEqual } from 'node:util';
import { at, Json, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { Resource, Stored } from './resources';
import { badRequest, FieldError, invalid } from './status';

/** What the server fills in when an object is created. */
export function withDefaults({ kind }: Resource, object: Stored): Stored {
  const { metadata } = object;
  const spec = objectOf(object.spec);
  const pending = { status: { phase: 'Pending' } };
  const volumeMode = 'Filesystem';
  switch (kind) {
    case 'PersistentVolumeClaim':
      return { ...object, spec: { volumeMode, ...spec }, ...pending };
    case 'PersistentVolume': {
      const retain = { persistentVolumeReclaimPolicy: 'Retain' };
      return {
        ...object,
        spec: { volumeMode, ...retain, ...spec },
        ...pending,
      };
    }
    case 'StorageClass': {
      const usual = { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };
      return { ...usual, ...object };
    }
    case 'Namespace': {
      const name = { 'kubernetes.io/metadata.name': metadata.name };
      const labels = { ...objectOf(metadata.labels), ...name };
      return { ...object, metadata: { ...metadata, labels } };
    }
    case 'Pod':
      return { ...object, ...pending };
    case 'Secret': {
      const plain = mapFields(objectOf(object.stringData), it =>
        Buffer.from(textOf(it)).toString('base64'),
      );
      const data = { ...objectOf(object.data), ...plain };
      return { type: 'Opaque', ...object, data, stringData: undefined };
    }
    default:
      return object;
  }
}

/**
 * Refuses what the server's validation refuses, in the words of release 1.37.
 *
 * @throws 422 naming every broken field; 400 for a quantity that cannot be read
 */
export function validate(resource: Resource, next: Stored, live?: Stored) {
  const errors = live
    ? changeErrors(resource.kind, next, live)
    : [...nameErrors(resource.kind, next), ...fieldErrors(resource.kind, next)];
  if (errors.length > 0) throw invalid(resource, next.metadata.name, errors);
}

const error = (field: string, reason: string, message: string): FieldError => {
  return { field, reason, message };
};

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelRule = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${label}')`;
const subdomain = `${label}(\\.${label})*`;
const subdomainRule = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${subdomain}')`;

function nameErrors(kind: string, { metadata: { name } }: Stored) {
  const field = 'metadata.name';
  const missing = 'Required value: name or generateName is required';
  if (!name) return [error(field, 'Required', missing)];
  const isLabel = kind === 'Namespace';
  const pattern = new RegExp(`^${isLabel ? label : subdomain}$`);
  const limit = isLabel ? 63 : 253;
  const broken = !pattern.test(name) && (isLabel ? labelRule : subdomainRule);
  const long =
    name.length > limit && `must be no more than ${limit} characters`;
  return [broken, long]
    .filter(Boolean)
    .map(why => error(field, 'Invalid', `Invalid value: "${name}": ${why}`));
}

const quantity =
  /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;
const unreadable =
  'PersistentVolumeClaim in version "v1" cannot be handled as a PersistentVolumeClaim: quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\'';

function fieldErrors(
  kind: string,
  { provisioner, spec }: Stored,
): FieldError[] {
  const nothing = kind === 'StorageClass' && !provisioner;
  if (nothing) return [error('provisioner', 'Required', 'Required value')];
  if (kind !== 'PersistentVolumeClaim') return [];
  const [modes, size] = ['spec.accessModes', 'spec.resources[storage]'];
  const noMode = 'Required value: at least 1 access mode is required';
  const hasMode = textsOf(at(spec, 'accessModes')).length > 0;
  const storage = at(spec, 'resources', 'requests', 'storage');
  if (storage && !quantity.test(`${storage}`)) throw badRequest(unreadable);
  const small = `Invalid value: "${storage}": must be greater than zero`;
  const isSmall = parseFloat(`${storage}`) <= 0;
  return [
    ...(hasMode ? [] : [error(modes, 'Required', noMode)]),
    ...(storage ? [] : [error(size, 'Required', 'Required value')]),
    ...(isSmall ? [error(size, 'Invalid', small)] : []),
  ];
}

const frozenSpec =
  'Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';

function changeErrors(kind: string, next: Stored, live: Stored): FieldError[] {
  const differs = (of: (it: Stored) => Json | undefined) =>
    !isDeepStrictEqual(of(next), of(live));
  const immutable = 'Invalid value: null: field is immutable';
  if (kind === 'StorageClass') {
    return ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode']
      .filter(field => differs(it => it[field]))
      .map(field => error(field, 'Invalid', immutable));
  }
  const isClaim = kind === 'PersistentVolumeClaim';
  const bound = at(live.status, 'phase') === 'Bound';
  const isFrozen =
    isClaim &&
    differs(({ spec }) => {
      const { volumeName, resources, ...rest } = objectOf(spec);
      return bound ? rest : { ...rest, resources };
    });
  return isFrozen ? [error('spec', 'Forbidden', frozenSpec)] : [];
}
