import type { ScaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { createKeyRotationScheduleAction } from './keyRotationSchedule';
import { createKmsConnectionApplyAction } from './kmsConnectionApply';
import { createKmsConnectionRemoveAction } from './kmsConnectionRemove';
import { createKmsConnectionTestAction } from './kmsConnectionTest';
import { createNamespaceConsentAction } from './namespaceConsent';
import { createPreflightAction } from './preflight';
import { createPvcCreateAction } from './pvcCreate';
import { createSmokeTestAction } from './smokeTest';
import { createStorageClassCreateAction } from './storageClassCreate';
import { createStorageClassDefaultAction } from './storageClassDefault';
import { createTenantInspectAction } from './tenantInspect';
import { createTenantOffboardAction } from './tenantOffboard';
import { createTenantOnboardAction } from './tenantOnboard';
import { createTenantRenewAction } from './tenantRenew';
import { createTenantRotateAction } from './tenantRotate';
import { createTenantSecretCreateAction } from './tenantSecretCreate';
import { createTenantServiceAccountCreateAction } from './tenantServiceAccountCreate';
import { createTenantShredAction } from './tenantShred';
import { createVolumePlanMoveAction } from './volumePlanMove';
import { createVolumeVerifyAction } from './volumeVerify';

/** Every action of the module. */
export function createActions(deps: {
  service: VolumeEncryptionService;
}): Actions {
  return [
    createPreflightAction(deps),
    createPvcCreateAction(deps),
    createVolumeVerifyAction(deps),
    createVolumePlanMoveAction(deps),
    createKeyRotationScheduleAction(deps),
    createStorageClassCreateAction(deps),
    createStorageClassDefaultAction(deps),
    createSmokeTestAction(deps),
    createKmsConnectionApplyAction(deps),
    createKmsConnectionRemoveAction(deps),
    createKmsConnectionTestAction(deps),
    createNamespaceConsentAction(deps),
    createTenantOnboardAction(deps),
    createTenantInspectAction(deps),
    createTenantRenewAction(deps),
    createTenantRotateAction(deps),
    createTenantOffboardAction(deps),
    createTenantShredAction(deps),
    createTenantSecretCreateAction(deps),
    createTenantServiceAccountCreateAction(deps),
  ];
}

type Actions = Parameters<ScaffolderActionsExtensionPoint['addActions']>;
