import { at, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { Stored, Target } from './resources';
import { badRequest, FieldError, invalid } from './status';

/** What the server fills in when an object is created. */
export function withDefaults(kind: string, object: Stored): Stored {
  if (/^(PersistentVolume|PersistentVolumeClaim|Pod)$/.test(kind)) {
    const usual = kind === 'Pod' ? {} : { volumeMode: 'Filesystem' };
    const spec = { ...usual, ...objectOf(object.spec) };
    return { ...object, spec, status: { phase: 'Pending' } };
  }
  const usual = { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };
  if (kind === 'StorageClass') return { ...usual, ...object };
  if (kind !== 'Secret') return object;
  const plain = mapFields(objectOf(object.stringData), it =>
    Buffer.from(textOf(it)).toString('base64'),
  );
  const data = { ...objectOf(object.data), ...plain };
  return { type: 'Opaque', ...object, data, stringData: undefined };
}

const part = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${part}(\\.${part})*`;
const nameRule = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${subdomain}')`;
const amount = /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;
const unreadable = `PersistentVolumeClaim in version "v1" cannot be handled as a PersistentVolumeClaim: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`;
const size = 'spec.resources[storage]';

/** Refuses a new object in the words of release 1.37: 422, or 400 for no quantity. */
export function validate(target: Target, { metadata, spec, ...rest }: Stored) {
  const { kind } = target.resource;
  const { name } = metadata;
  const errors: FieldError[] = [];
  const required = (field: string, why = '') =>
    errors.push({ field, reason: 'Required', message: `Required value${why}` });
  const wrong = (field: string, value: string, why: string) => {
    const message = `Invalid value: "${value}": ${why}`;
    errors.push({ field, reason: 'Invalid', message });
  };
  const isFit = new RegExp(`^${subdomain}$`).test(name);
  if (!name) required('metadata.name', ': name or generateName is required');
  if (name && !isFit) wrong('metadata.name', name, nameRule);
  const long = 'must be no more than 253 characters';
  if (name.length > 253) wrong('metadata.name', name, long);
  if (kind === 'StorageClass' && !rest.provisioner) required('provisioner');
  if (kind === 'PersistentVolumeClaim') {
    const hasMode = textsOf(at(spec, 'accessModes')).length > 0;
    const mode = ': at least 1 access mode is required';
    if (!hasMode) required('spec.accessModes', mode);
    const storage = `${at(spec, 'resources', 'requests', 'storage') ?? ''}`;
    if (!storage) required(size);
    if (storage && !amount.test(storage)) throw badRequest(unreadable);
    const isSmall = parseFloat(storage) <= 0;
    if (isSmall) wrong(size, storage, 'must be greater than zero');
  }
  if (errors.length > 0) throw invalid({ ...target, name }, errors);
}
