import type {
  AuthMount,
  CustodySetupReader,
  VaultSettings,
} from 'backstage-plugin-volume-encryption-node';
import type { KmsConfig } from '../config/types';
import { fingerprintsOf } from '../network/fingerprintsOf';
import { isRecord, textAt, valueAt } from '../network/valueAt';
import { requireNamespace } from './mountInNamespace';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { requirePath, requireSegment } from './vaultPath';

type Options = { signal?: AbortSignal };

const TOKEN_FIELDS = [
  'token_bound_cidrs',
  'token_explicit_max_ttl',
  'token_no_default_policy',
  'token_period',
  'token_type',
];

/** Of a role of Kubernetes auth (vault-plugin-auth-kubernetes, path_role.go). */
const AUTH_ROLE_FIELDS = [
  ...TOKEN_FIELDS,
  'alias_name_source',
  'audience',
  'bound_service_account_names',
  'bound_service_account_namespace_selector',
  'bound_service_account_namespaces',
  'token_max_ttl',
  'token_num_uses',
  'token_policies',
  'token_ttl',
];

/** Of its configuration, without `token_reviewer_jwt` (path_config.go). */
const AUTH_CONFIG_FIELDS = [
  'disable_iss_validation',
  'disable_local_ca_jwt',
  'issuer',
  'kubernetes_ca_cert',
  'kubernetes_host',
  'pem_keys',
  'token_reviewer_jwt_set',
  'use_annotations_as_alias_metadata',
];

/** Of a token role (Vault vault/token_store.go). */
const TOKEN_ROLE_FIELDS = [
  ...TOKEN_FIELDS,
  'allowed_entity_aliases',
  'allowed_policies',
  'allowed_policies_glob',
  'disallowed_policies',
  'disallowed_policies_glob',
  'orphan',
  'path_suffix',
  'renewable',
  'token_num_uses',
];

/** Reads what an administrator has set up; only named fields leave it. */
export function setupReader(
  vault: VaultClient,
  config: Pick<KmsConfig, 'name' | 'namespace'>,
): CustodySetupReader {
  return {
    async readPolicy(name, options) {
      const path = `sys/policies/acl/${requireSegment('policy', name)}`;
      const answer = await readIfThere(vault, path, options);
      return textAt(answer, 'data', 'policy');
    },
    authMounts: options => authMounts(vault, options),
    async readAuthRole({ mount, role, namespace }, options) {
      if (namespace !== undefined) requireNamespace(namespace, config);
      const at = `auth/${requirePath('auth mount', mount)}`;
      const path = `${at}/role/${requireSegment('role', role)}`;
      return pick(await readIfThere(vault, path, options), AUTH_ROLE_FIELDS);
    },
    async readAuthConfig(mount, options) {
      const path = `auth/${requirePath('auth mount', mount)}/config`;
      const answer = await readIfThere(vault, path, options);
      return withFingerprints(pick(answer, AUTH_CONFIG_FIELDS));
    },
    async readTokenRole(role, options) {
      const path = `auth/token/roles/${requireSegment('token role', role)}`;
      return pick(await readIfThere(vault, path, options), TOKEN_ROLE_FIELDS);
    },
  };
}

async function authMounts(
  vault: VaultClient,
  { signal }: Options,
): Promise<AuthMount[]> {
  const what = 'list the auth methods';
  const answer = await vault.read('sys/auth', { what, signal });
  const mounts = valueAt(answer, 'data');
  if (!isRecord(mounts)) return [];
  return Object.keys(mounts).map(at => ({
    path: at.replace(/\/$/, ''),
    type: textAt(mounts, at, 'type') ?? '',
    accessor: textAt(mounts, at, 'accessor') ?? '',
  }));
}

/** Undefined where Vault answers 404: the object is not there, or its mount. */
async function readIfThere(
  vault: VaultClient,
  path: string,
  { signal }: Options,
): Promise<unknown> {
  try {
    return await vault.read(path, { what: `read ${path}`, signal });
  } catch (error) {
    if (isRefusal(error, 404)) return undefined;
    throw error;
  }
}

function pick(
  answer: unknown,
  fields: readonly string[],
): VaultSettings | undefined {
  const data = valueAt(answer, 'data');
  if (!isRecord(data)) return undefined;
  const given = fields.filter(field => isSetting(data[field]));
  return Object.fromEntries(given.map(field => [field, data[field]]));
}

function withFingerprints(
  config: VaultSettings | undefined,
): VaultSettings | undefined {
  const { kubernetes_ca_cert: pem } = config ?? {};
  if (typeof pem !== 'string' || pem === '') return config;
  return { ...config, kubernetes_ca_cert: fingerprintsOrNone(pem) };
}

/** A text that no client could use is nobody's certificate. */
function fingerprintsOrNone(pem: string): string[] {
  try {
    return fingerprintsOf(pem);
  } catch {
    return ['no certificate'];
  }
}

/** What is not set is null, or is not there. */
function isSetting(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(it => typeof it === 'string');
  return ['string', 'number', 'boolean'].includes(typeof value);
}
