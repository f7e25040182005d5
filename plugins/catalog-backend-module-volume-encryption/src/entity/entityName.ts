import { createHash } from 'node:crypto';

/** Longest name of an entity (catalog-model, KubernetesValidatorFunctions). */
const MAX_LENGTH = 63;
const HASH_LENGTH = 12;

const prefixes: Record<string, string> = {
  cluster: 'volume-cluster',
  kms: 'kms',
  'storage-class': 'storage-class',
  tenant: 'kms-tenant',
};

/** The `spec.type` of a fact's entity; none is one that other plugins look for. */
export function entityType(id: string): string {
  const [type] = id.split('/');
  return prefixes[type] ?? type;
}

/**
 * The name of a fact's entity: its type and what its id is made of, with dots. Of
 * these only the last may have a dot itself, so no two ids have one name. A name
 * that is too long is cut and ends with a hash of the whole, after an underscore,
 * which no other name has.
 */
export function entityName(id: string): string {
  const [, ...parts] = id.split('/');
  const name = [entityType(id), ...parts].join('.');
  if (name.length <= MAX_LENGTH) return name;
  const hash = createHash('sha256').update(name).digest('hex');
  const begin = name.slice(0, MAX_LENGTH - HASH_LENGTH - 1);
  return `${begin}_${hash.slice(0, HASH_LENGTH)}`;
}

/** The ref of a fact's entity, in the catalog's normal form. */
export function entityRef(id: string): string {
  return `resource:default/${entityName(id)}`;
}
