import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { volumeEncryptionServiceRef } from 'backstage-plugin-volume-encryption-node';
import { createActions } from './actions/createActions';

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
        scaffolder.addActions(...createActions({ service }));
      },
    });
  },
});
