import {
  isTokenOfPortal,
  type Observed,
  type TenantCredentialView,
} from 'backstage-plugin-volume-encryption-common';
import type { TokenDescription } from 'backstage-plugin-volume-encryption-node';
import { tokenView } from './credentialView';
import type { FoundTenant } from './findTenants';
import type { InspectedInCluster } from './inspectCluster';

/** A tenant's token as cluster and KMS show it now, beside what is on record. */
export function foundToken(
  tenant: FoundTenant,
  facts: {
    inCluster: InspectedInCluster;
    token: Observed<TokenDescription | undefined>;
    now: Date;
  },
): TenantCredentialView {
  const { inCluster, token, now } = facts;
  const asked = token.status === 'observed' ? token : undefined;
  const known = tenant.credential && {
    ...tenant.credential,
    ...(asked && {
      lost: asked.value === undefined,
      expiresAt: asked.value?.expiresAt ?? tenant.credential.expiresAt,
      checkedAt: asked.at,
    }),
  };
  const found = stateInSecret(inCluster, known?.id);
  return withDoubt(tokenView(known, { now, found }), [inCluster.secret, token]);
}

/** What is on record is no proof where cluster or KMS could not be asked. */
function withDoubt(
  view: TenantCredentialView,
  facts: readonly Observed<unknown>[],
): TenantCredentialView {
  const unread = facts.find(({ status }) => status === 'unknown');
  const isWell = view.state === 'live' || view.state === 'expiring';
  if (!isWell || unread?.status !== 'unknown') return view;
  const ahead = { daysLeft: undefined, renewsAt: undefined };
  return { ...view, ...ahead, state: 'unknown', message: unread.detail };
}

/** What the Secret settles; undefined where it is of the record, or unknown. */
function stateInSecret(
  { secret, secretNames }: InspectedInCluster,
  recorded: string | undefined,
): 'missing' | 'foreign' | undefined {
  if (secret.status === 'unknown') return undefined;
  if (!secret.value) return 'missing';
  const isForeign = !isTokenOfPortal(secret.value) || secretNames !== recorded;
  return isForeign ? 'foreign' : undefined;
}
