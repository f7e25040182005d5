import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { volumeEncryptionServiceRef } from 'backstage-plugin-volume-encryption-node';
import { createPvcCreateAction } from './actions/pvcCreate';
import { createStorageClassCreateAction } from './actions/storageClassCreate';
import { createTenantSecretCreateAction } from './actions/tenantSecretCreate';
import { createTenantServiceAccountCreateAction } from './actions/tenantServiceAccountCreate';
import { createVolumeVerifyAction } from './actions/volumeVerify';

/**
 * Adds the template actions. They hold no credential of a cluster or a Vault:
 * each asks the volume-encryption backend on behalf of the template's user.
 *
 * @public
 */
export const scaffolderModuleVolumeEncryption = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'volume-encryption',
  register(module) {
    module.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        service: volumeEncryptionServiceRef,
      },
      async init({ scaffolder, service }) {
        scaffolder.addActions(
          createStorageClassCreateAction({ service }),
          createTenantSecretCreateAction({ service }),
          createTenantServiceAccountCreateAction({ service }),
          createPvcCreateAction({ service }),
          createVolumeVerifyAction({ service }),
        );
      },
    });
  },
});
