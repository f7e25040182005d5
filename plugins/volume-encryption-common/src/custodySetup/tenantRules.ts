import type { PolicyRule } from '../vaultPolicy/policyRule';
import {
  ACCESSOR_WORDS,
  type SetupAccessors,
  type SetupPlace,
} from './SetupPlace';

/** The template by which Vault puts in the namespace of who has logged in. */
export function namespaceTemplate(accessor: string): string {
  return `{{identity.entity.aliases.${accessor}.metadata.service_account_namespace}}`;
}

/**
 * What a tenant may do who logs in with the ServiceAccount of its namespace: one
 * policy for all tenants of a cluster, since Vault puts in the namespace that it
 * has learned from the API server.
 */
export function accountRules(
  { names, cluster }: SetupPlace,
  { kubernetes = ACCESSOR_WORDS.kubernetes }: SetupAccessors,
): PolicyRule[] {
  const tenant = `${cluster}.${namespaceTemplate(kubernetes)}`;
  return ownKeys(`${names.mountPrefix}/${tenant}`);
}

/** The same for a tenant with a token, whose id is the alias of the token. */
export function tokenRules(
  { names }: SetupPlace,
  { token = ACCESSOR_WORDS.token }: SetupAccessors,
): PolicyRule[] {
  const tenant = `{{identity.entity.aliases.${token}.name}}`;
  return ownKeys(`${names.mountPrefix}/${tenant}`);
}

/** Ceph CSI deletes a key by its metadata, so that no version of it is left. */
function ownKeys(mount: string): PolicyRule[] {
  const keys = ['create', 'update', 'read', 'delete'];
  return [
    { path: `${mount}/data/*`, capabilities: keys, restrictions: {} },
    {
      path: `${mount}/metadata/*`,
      capabilities: ['read', 'delete'],
      restrictions: {},
    },
  ];
}
