import type { Entity } from '@backstage/catalog-model';
import {
  planClaim,
  planKeyRotation,
  planKmsTest,
  planSmokeTest,
  planStorageClass,
  planStorageClassDefault,
  planTenantSecret,
  planTenantServiceAccount,
  type OperationRequest,
  type Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { Receipts } from '../custody/receipts/Receipts';
import { readClaimState } from './currentState/readClaimState';
import { planConnectionChange } from './planning/planConnectionChange';
import { planTenantLife } from './planning/planTenantLife';
import type { ReadContext } from './currentState/ReadContext';
import { readKeyRotationState } from './currentState/readKeyRotationState';
import { readDefaultClassState } from './currentState/readDefaultClassState';
import { readKmsTestState } from './currentState/readKmsTestState';
import { readSmokeTestState } from './currentState/readSmokeTestState';
import { readStorageClassState } from './currentState/readStorageClassState';
import { readTenantState } from './currentState/readTenantState';
import { requireValidNames } from './requireValidNames';
import type { JobTesting } from './testJobs/JobTesting';
import type { Systems } from '../systems';

/**
 * The plan of an operation from the state of now: names are checked first, then
 * the state is read from the systems themselves, then the core plans. Whatever
 * cannot be read is an error, never taken as absent.
 */
export async function planOperation(
  request: OperationRequest,
  parts: {
    systems: Systems;
    credentials: TenantCredentialStore;
    receipts: Receipts;
    jobTesting: JobTesting;
    entity: Entity | undefined;
  },
  context: ReadContext,
): Promise<Plan> {
  requireValidNames(request);
  const cluster = parts.systems.cluster(request.cluster);
  switch (request.operation) {
    case 'storage-class':
      return planStorageClass(
        request,
        await readStorageClassState(request, cluster, context),
      );
    case 'storage-class-default':
      return planStorageClassDefault(
        request,
        await readDefaultClassState(request, cluster, context),
      );
    case 'smoke-test':
      return planSmokeTest(
        request,
        await readSmokeTestState(request, { ...parts, cluster }, context),
      );
    case 'kms-test':
      return planKmsTest(
        request,
        await readKmsTestState(request, { ...parts, cluster }, context),
      );
    case 'claim':
      return planClaim(
        request,
        await readClaimState(request, { ...parts, cluster }, context),
      );
    case 'tenant-secret':
      return planTenantSecret(
        request,
        await readTenantState(request, parts, context),
      );
    case 'tenant-service-account':
      return planTenantServiceAccount(
        request,
        await readTenantState(request, parts, context),
      );
    case 'kms-connection':
    case 'kms-connection-removal':
      return planConnectionChange(request, parts, context);
    case 'key-rotation':
      return planKeyRotation(
        request,
        await readKeyRotationState(request, { ...parts, cluster }, context),
      );
    default:
      return planTenantLife(request, parts, context);
  }
}
