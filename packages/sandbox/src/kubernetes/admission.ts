import {
  at,
  JsonObject,
  mapFields,
  objectOf,
  textOf,
  textsOf,
} from '../wire/json';
import { Stored, Target } from './resources';
import { badRequest, FieldError, invalid } from './status';

const usual: Record<string, JsonObject> = {
  PersistentVolumeClaim: { volumeMode: 'Filesystem' },
  PersistentVolume: { volumeMode: 'Filesystem' },
  Pod: {},
};
const usualClass = { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };

/** What the server fills in when an object is created. */
export function withDefaults(kind: string, object: Stored): Stored {
  const { metadata, stringData, ...rest } = object;
  const spec = { ...usual[kind], ...objectOf(object.spec) };
  if (usual[kind]) return { ...object, spec, status: { phase: 'Pending' } };
  if (kind === 'StorageClass') return { ...usualClass, ...object };
  if (kind === 'Namespace') {
    const named = { 'kubernetes.io/metadata.name': metadata.name };
    const labels = { ...objectOf(metadata.labels), ...named };
    return { ...object, metadata: { ...metadata, labels } };
  }
  const plain = mapFields(objectOf(stringData), it =>
    Buffer.from(textOf(it)).toString('base64'),
  );
  const data = { ...objectOf(object.data), ...plain };
  return kind === 'Secret'
    ? { type: 'Opaque', ...rest, metadata, data }
    : object;
}

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
const quantity =
  /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;
const unreadable =
  'PersistentVolumeClaim in version "v1" cannot be handled as a PersistentVolumeClaim: quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\'';
const [modes, size] = ['spec.accessModes', 'spec.resources[storage]'];

/**
 * Refuses of a new object what the server's validation refuses, in the words of 1.37.
 *
 * @throws 422 naming every broken field; 400 for a quantity that cannot be read
 */
export function validate(target: Target, object: Stored) {
  const { kind } = target.resource;
  const { name } = object.metadata;
  const errors: FieldError[] = [];
  const required = (field: string, why = '') =>
    errors.push({ field, reason: 'Required', message: `Required value${why}` });
  const wrong = (field: string, value: unknown, why: string) => {
    const message = `Invalid value: "${value}": ${why}`;
    errors.push({ field, reason: 'Invalid', message });
  };
  const { limit, pattern, rule } = kind === 'Namespace' ? label : subdomain;
  const long = `must be no more than ${limit} characters`;
  const storage = at(object.spec, 'resources', 'requests', 'storage');
  const hasMode = textsOf(at(object.spec, 'accessModes')).length > 0;
  const isFit = new RegExp(`^${pattern}$`).test(name);
  if (!name) required('metadata.name', ': name or generateName is required');
  if (name && !isFit) wrong('metadata.name', name, rule);
  if (name.length > limit) wrong('metadata.name', name, long);
  if (kind === 'StorageClass' && !object.provisioner) required('provisioner');
  if (kind === 'PersistentVolumeClaim') {
    if (!hasMode) required(modes, ': at least 1 access mode is required');
    if (storage === undefined) required(size);
    else if (!quantity.test(`${storage}`)) throw badRequest(unreadable);
    else if (parseFloat(`${storage}`) <= 0) {
      wrong(size, storage, 'must be greater than zero');
    }
  }
  if (errors.length > 0) throw invalid({ ...target, name }, errors);
}
