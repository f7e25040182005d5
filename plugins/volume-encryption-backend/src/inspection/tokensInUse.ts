import type { TenantCredentialView } from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential } from '../custody';
import { tokenView } from './credentialView';
import type { FoundTenant } from './findTenants';
import { gravestFirst } from './gravestFirst';
import { DEFAULT_NAMES } from './tenantConnections';

/**
 * Of a tenant's tokens those that Ceph CSI reads: of each Secret the one that was
 * delivered last. Connections may look for Secrets of different names.
 */
export function tokensInUse({ tokens = [] }: FoundTenant): TenantCredential[] {
  const bySecret = new Map<string, TenantCredential>();
  for (const token of tokens) {
    if (token.state === 'delivered') bySecret.set(secretOf(token), token);
  }
  return [...bySecret.values()];
}

/** The tenant by the token that was delivered into a Secret, where one was. */
export function withTokenIn(name: string, tenant: FoundTenant): FoundTenant {
  const found = tokensInUse(tenant).find(it => secretOf(it) === name);
  return { ...tenant, credential: found ?? tenant.credential };
}

/**
 * How a tenant's tokens are doing: as the one that is doing worst.
 * @param looked - what was seen of its {@link FoundTenant.credential}; without it,
 * as recorded
 */
export function worstToken(
  tenant: FoundTenant,
  now: Date,
  looked?: TenantCredentialView,
): TenantCredentialView {
  const { credential } = tenant;
  const others = tokensInUse(tenant).filter(it => it.id !== credential?.id);
  if (others.length === 0) return looked ?? tokenView(credential, { now });
  const recorded = looked || !credential ? others : [credential, ...others];
  const views = recorded.map(it => namingSecret(it, tokenView(it, { now })));
  return gravestFirst(looked ? [looked, ...views] : views, it => it)[0];
}

function namingSecret(
  token: TenantCredential,
  view: TenantCredentialView,
): TenantCredentialView {
  const message = `Of the token in Secret "${secretOf(token)}": ${view.message}`;
  return { ...view, message };
}

function secretOf({ secretName }: TenantCredential): string {
  return secretName ?? DEFAULT_NAMES.tokenSecret;
}
