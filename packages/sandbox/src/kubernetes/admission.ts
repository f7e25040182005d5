import { isDeepStrictEqual } from 'node:util';
import { at, Json, JsonObject, objectOf, textOf, textsOf } from '../wire/json';
import { Resource, Stored } from './resources';
import { badRequest, FieldError, invalid } from './status';

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;
const quantity = '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$';
const suffixed =
  /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;
const accessModes = [
  'ReadOnlyMany',
  'ReadWriteMany',
  'ReadWriteOnce',
  'ReadWriteOncePod',
];

/** What the server fills in when an object is created. */
export function withDefaults(resource: Resource, object: Stored): Stored {
  const spec = objectOf(object.spec);
  switch (resource.kind) {
    case 'PersistentVolumeClaim':
      return {
        ...object,
        spec: { volumeMode: 'Filesystem', ...spec },
        status: { phase: 'Pending' },
      };
    case 'PersistentVolume':
      return {
        ...object,
        spec: {
          volumeMode: 'Filesystem',
          persistentVolumeReclaimPolicy: 'Retain',
          ...spec,
        },
        status: { phase: 'Pending' },
      };
    case 'StorageClass':
      return {
        reclaimPolicy: 'Delete',
        volumeBindingMode: 'Immediate',
        ...object,
      };
    case 'Namespace':
      return namespaceOf(object);
    case 'Pod':
      return { ...object, status: { phase: 'Pending' } };
    case 'Secret':
      return secretOf(object);
    default:
      return object;
  }
}

function namespaceOf(object: Stored): Stored {
  const { metadata } = object;
  const named = { 'kubernetes.io/metadata.name': metadata.name };
  const labels = { ...objectOf(metadata.labels), ...named };
  const status = { phase: 'Active' };
  return { ...object, metadata: { ...metadata, labels }, status };
}

function secretOf({ stringData, ...object }: Stored): Stored {
  const { apiVersion, kind, metadata } = object;
  const plain = Object.entries(objectOf(stringData)).map(([key, value]) => {
    return [key, Buffer.from(textOf(value)).toString('base64')];
  });
  const data = { ...objectOf(object.data), ...Object.fromEntries(plain) };
  return { type: 'Opaque', ...object, apiVersion, kind, metadata, data };
}

/**
 * Refuses what the server's validation refuses, in its words.
 *
 * @throws 422 naming every broken field; 400 for a quantity that cannot be read
 */
export function validate(resource: Resource, next: Stored, live?: Stored) {
  const errors = live
    ? changesRefused(resource, next, live)
    : [...nameErrors(resource, next), ...fieldErrors(resource, next)];
  if (errors.length > 0) throw invalid(resource, next.metadata.name, errors);
}

function nameErrors({ kind }: Resource, { metadata: { name } }: Stored) {
  if (!name) {
    const why = 'name or generateName is required';
    return [required('metadata.name', why)];
  }
  const short = kind === 'Namespace';
  const pattern = short ? label : subdomain;
  const limit = short ? 63 : 253;
  const why = short
    ? `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${pattern}')`
    : `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${pattern}')`;
  return [
    ...(new RegExp(`^${pattern}$`).test(name) ? [] : [why]),
    ...(name.length > limit
      ? [`must be no more than ${limit} characters`]
      : []),
  ].map(text => wrong('metadata.name', name, text));
}

function fieldErrors({ kind }: Resource, object: Stored): FieldError[] {
  if (kind === 'StorageClass' && !object.provisioner) {
    return [required('provisioner')];
  }
  if (kind !== 'PersistentVolumeClaim') return [];
  const modes = textsOf(at(object, 'spec', 'accessModes'));
  const unknown = modes.filter(mode => !accessModes.includes(mode));
  const none = required(
    'spec.accessModes',
    'at least 1 access mode is required',
  );
  return [
    ...(modes.length === 0 ? [none] : []),
    ...unknown.map(unsupportedMode),
    ...sizeErrors(at(object, 'spec', 'resources', 'requests', 'storage')),
  ];
}

function sizeErrors(size: Json | undefined): FieldError[] {
  const field = 'spec.resources[storage]';
  if (size === undefined) return [required(field)];
  const text = String(size);
  if (!suffixed.test(text)) {
    throw badRequest(
      `PersistentVolumeClaim in version "v1" cannot be handled as a PersistentVolumeClaim: quantities must match the regular expression '${quantity}'`,
    );
  }
  const positive = parseFloat(text) > 0;
  return positive ? [] : [wrong(field, text, 'must be greater than zero')];
}

const frozenSpec: FieldError = {
  field: 'spec',
  reason: 'Forbidden',
  message:
    'Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
};

function changesRefused(
  { kind }: Resource,
  next: Stored,
  live: Stored,
): FieldError[] {
  if (kind === 'StorageClass') {
    return ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode']
      .filter(field => !isDeepStrictEqual(next[field], live[field]))
      .map((field): FieldError => {
        const message = 'Invalid value: null: field is immutable';
        return { field, reason: 'Invalid', message };
      });
  }
  const frozen = ({ spec, status }: JsonObject) => {
    const bound = at(status, 'phase') === 'Bound';
    const { resources, volumeName, ...rest } = objectOf(spec);
    return bound ? rest : { ...rest, resources };
  };
  const claim = kind === 'PersistentVolumeClaim';
  const status = live.status;
  if (claim && !isDeepStrictEqual(frozen({ ...next, status }), frozen(live))) {
    return [frozenSpec];
  }
  return [];
}

const required = (field: string, why = ''): FieldError => {
  const message = why ? `Required value: ${why}` : 'Required value';
  return { field, reason: 'Required', message };
};
const wrong = (field: string, value: string, why: string): FieldError => {
  const message = `Invalid value: "${value}": ${why}`;
  return { field, reason: 'Invalid', message };
};
const unsupportedMode = (mode: string): FieldError => ({
  field: 'spec.accessModes',
  reason: 'NotSupported',
  message: `Unsupported value: "${mode}": supported values: ${accessModes
    .map(it => `"${it}"`)
    .join(', ')}`,
});
