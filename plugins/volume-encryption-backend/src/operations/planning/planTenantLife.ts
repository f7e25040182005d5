import {
  planNamespaceConsent,
  planTenantOffboard,
  planTenantOnboard,
  planTenantRenew,
  planTenantRotate,
  planTenantShred,
  type NamespaceConsentRequest,
  type TenantOffboardRequest,
  type TenantOnboardRequest,
  type TenantRenewRequest,
  type TenantRotateRequest,
  type TenantShredRequest,
  type Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { Entity } from '@backstage/catalog-model';
import type { TenantCredentialStore } from '../../custody';
import type { Receipts } from '../../custody/receipts/Receipts';
import type { Systems } from '../../systems';
import { readConsentState } from '../currentState/readConsentState';
import { readOnboardState } from '../currentState/readOnboardState';
import { readLeavingTenantState } from '../currentState/readLeavingTenantState';
import type { ReadContext } from '../currentState/ReadContext';
import { readRotationState } from '../currentState/readRotationState';
import { readTenantState } from '../currentState/readTenantState';

/** The plan of a change in a tenant's life, from the state of now. */
export async function planTenantLife(
  request:
    | TenantOnboardRequest
    | TenantRenewRequest
    | TenantRotateRequest
    | TenantOffboardRequest
    | TenantShredRequest
    | NamespaceConsentRequest,
  parts: {
    systems: Systems;
    credentials: TenantCredentialStore;
    receipts: Receipts;
    entity: Entity | undefined;
  },
  context: ReadContext,
): Promise<Plan> {
  switch (request.operation) {
    case 'tenant-onboard':
      return planTenantOnboard(
        request,
        await readOnboardState(request, parts, context),
      );
    case 'tenant-renew':
      return planTenantRenew(
        request,
        await readTenantState(request, parts, context),
      );
    case 'tenant-rotate':
      return planTenantRotate(
        request,
        await readRotationState(request, parts, context),
      );
    case 'tenant-offboard':
      return planTenantOffboard(
        request,
        await readLeavingTenantState(request, parts, context),
      );
    case 'tenant-shred':
      return planTenantShred(
        request,
        await readLeavingTenantState(request, parts, context),
      );
    default:
      return planNamespaceConsent(
        request,
        await readConsentState(request, parts, context),
      );
  }
}
