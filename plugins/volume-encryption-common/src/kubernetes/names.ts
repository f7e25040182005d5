import { VolumeEncryptionError } from '../contract/errors';

/** A form that names must have, and how to say it to a person. */
interface NameForm {
  pattern: RegExp;
  /** Characters, all of one byte where the pattern matches. */
  maxLength: number;
  rule: string;
}

const DNS_LABEL: NameForm = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 63,
  rule: 'lower-case letters, digits and "-", beginning and ending with a letter or digit, at most 63 characters',
};

const DNS_SUBDOMAIN: NameForm = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  maxLength: 253,
  rule: 'lower-case letters, digits, "-" and ".", each part beginning and ending with a letter or digit, at most 253 characters',
};

const CONFIG_MAP_KEY: NameForm = {
  pattern: /^(?!\.{1,2}$|\.\.)[-._a-zA-Z0-9]+$/,
  maxLength: 253,
  rule: 'letters, digits, "-", "_" and ".", not beginning with "..", at most 253 characters',
};

const LABEL_VALUE: NameForm = {
  pattern: /^[a-zA-Z0-9]([-._a-zA-Z0-9]*[a-zA-Z0-9])?$/,
  maxLength: 63,
  rule: 'letters, digits, "-", "_" and ".", beginning and ending with a letter or digit, at most 63 characters',
};

const CEPH_NAME: NameForm = {
  pattern: /^(?!\.{1,2}$)[-._a-zA-Z0-9]+$/,
  maxLength: 128,
  rule: 'letters, digits, "-", "_" and ".", at most 128 characters',
};

/** A volume handle has room for 36 bytes (ceph-csi `internal/util/volid.go`). */
const CEPH_CLUSTER_ID: NameForm = {
  pattern: CEPH_NAME.pattern,
  maxLength: 36,
  rule: 'letters, digits, "-", "_" and ".", at most 36 characters',
};

/**
 * The name of a namespace, or another RFC 1123 label (Kubernetes
 * `IsDNS1123Label`). Returns it unchanged; throws `invalid-input` that names
 * the field.
 *
 * @public
 */
export function requireDnsLabel(field: string, value: string): string {
  return requireName(field, value, DNS_LABEL);
}

/**
 * The name of most Kubernetes objects, such as a StorageClass, claim or
 * Secret: an RFC 1123 subdomain (Kubernetes `IsDNS1123Subdomain`). Returns it
 * unchanged; throws `invalid-input` that names the field.
 *
 * @public
 */
export function requireDnsSubdomain(field: string, value: string): string {
  return requireName(field, value, DNS_SUBDOMAIN);
}

/**
 * A key of a ConfigMap, such as the id of a KMS connection (Kubernetes
 * `IsConfigMapKey`). Returns it unchanged; throws `invalid-input`.
 *
 * @public
 */
export function requireConfigMapKey(field: string, value: string): string {
  return requireName(field, value, CONFIG_MAP_KEY);
}

/**
 * The value of a label, never empty here (Kubernetes `IsValidLabelValue`).
 * Returns it unchanged; throws `invalid-input`.
 */
export function requireLabelValue(field: string, value: string): string {
  return requireName(field, value, LABEL_VALUE);
}

/**
 * The name of a Ceph pool or file system, without the characters that Ceph's
 * commands take as separators. Returns it unchanged; throws `invalid-input`.
 */
export function requireCephName(field: string, value: string): string {
  return requireName(field, value, CEPH_NAME);
}

/** The id of a Ceph cluster (`clusterID`). Throws `invalid-input`. */
export function requireCephClusterId(field: string, value: string): string {
  return requireName(field, value, CEPH_CLUSTER_ID);
}

/** True for an RFC 1123 label. @public */
export function isDnsLabel(value: string): boolean {
  return fits(value, DNS_LABEL);
}

function requireName(field: string, value: string, form: NameForm): string {
  if (!fits(value, form)) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `${field} ${quoted(value)} is not a valid name: use ${form.rule}.`,
      { field },
    );
  }
  return value;
}

function fits(value: string, form: NameForm): boolean {
  return value.length <= form.maxLength && form.pattern.test(value);
}

/** The value as it may stand in a message: escaped, and not endless. */
function quoted(value: string): string {
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return JSON.stringify(shown);
}
