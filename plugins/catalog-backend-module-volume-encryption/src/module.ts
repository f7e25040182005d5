import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { volumeEncryptionServiceRef } from 'backstage-plugin-volume-encryption-node';
import { readProviderConfig } from './config/readProviderConfig';
import { VolumeEncryptionEntityProvider } from './provider/VolumeEncryptionEntityProvider';

/**
 * Adds the entity provider, if `catalog.providers.volumeEncryption` is there. It
 * holds no credential of a cluster or a Vault: it asks the volume-encryption
 * backend with the catalog's own service credentials.
 *
 * @public
 */
export const catalogModuleVolumeEncryption = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'volume-encryption',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
        service: volumeEncryptionServiceRef,
      },
      async init({ processing, config, ...services }) {
        const settings = readProviderConfig(config);
        if (!settings) {
          services.logger.info(
            'No Resources of Volume Encryption: catalog.providers.volumeEncryption is not configured.',
          );
          return;
        }
        processing.addEntityProvider(
          new VolumeEncryptionEntityProvider({ ...services, settings }),
        );
      },
    });
  },
});
