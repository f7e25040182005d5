import type { AuditorService } from '@backstage/backend-plugin-api';
import type { TenantCredential } from '../TenantCredential';

/** What the portal did by itself with a tenant's token, or found of it. */
export interface RenewalEvent {
  actionType: 'renew' | 'reissue' | 'check';
  /** Why it was not done, in our own words; absent when it was. */
  refusal?: string;
}

/** Leaves an audit event; who did it is the plugin itself. Names only. */
export async function auditRenewal(
  auditor: AuditorService,
  credential: TenantCredential,
  { actionType, refusal }: RenewalEvent,
): Promise<void> {
  const { cluster, namespace, kms, id } = credential;
  const event = await auditor.createEvent({
    eventId: 'tenant-token-renewal',
    severityLevel: 'medium',
    meta: { actionType, cluster, namespace, kms, credential: id },
  });
  if (refusal === undefined) await event.success();
  else await event.fail({ error: new Error(refusal) });
}
