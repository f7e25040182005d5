import type { JsonObject } from '@backstage/types';
import {
  isCronSchedule,
  isDnsLabel,
  isVolumeEncryptionError,
  maskSecrets,
  requireConfigMapKey,
  requireDnsSubdomain,
} from 'backstage-plugin-volume-encryption-common';

const NOT_VALID = '(not a valid name)';
const ENTITY_REF = /^([-\w.]{1,63}:)?([-\w.]{1,63}\/)?[-\w.]{1,63}$/;
const OPTION = /^[A-Za-z_]{1,63}$/;

type Form = (value: string) => boolean;

const isDnsSubdomain: Form = value => passes(requireDnsSubdomain, value);
const isConfigMapKey: Form = value => passes(requireConfigMapKey, value);
const isEntityRef: Form = value => ENTITY_REF.test(value);

/** Of the fields that are names, and no values: which text may be one. */
const FORMS: ReadonlyMap<string, Form> = new Map([
  ['cluster', isDnsLabel],
  ['namespace', isDnsLabel],
  ['name', isDnsSubdomain],
  ['claim', isDnsSubdomain],
  ['storageClass', isDnsSubdomain],
  ['kmsId', isConfigMapKey],
  ['entityRef', isEntityRef],
  ['owner', isEntityRef],
  ['schedule', isCronSchedule],
]);

/**
 * The names among the fields, as the audit log may have them. What was asked is
 * not checked yet: text that cannot be a name, or looks like a credential, may be
 * a secret that somebody pasted into the wrong field.
 */
export function auditedNames(fields: object): JsonObject {
  const named = Object.entries(fields).flatMap(([field, value]) => {
    const form = FORMS.get(field);
    if (!form || typeof value !== 'string') return [];
    return [[field, told(value, form)]];
  });
  return Object.fromEntries(named);
}

/** Names of options of a KMS connection. */
export function auditedOptions(names: string[]): string[] {
  return names.map(name => told(name, it => OPTION.test(it)));
}

function told(value: string, form: Form): string {
  return form(value) && maskSecrets(value) === value ? value : NOT_VALID;
}

function passes(
  require: (field: string, value: string) => string,
  value: string,
): boolean {
  try {
    require('name', value);
    return true;
  } catch (error) {
    if (isVolumeEncryptionError(error)) return false;
    throw error;
  }
}
