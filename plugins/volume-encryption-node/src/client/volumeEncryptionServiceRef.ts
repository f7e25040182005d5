import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { VolumeEncryptionClient } from './VolumeEncryptionClient';
import type { VolumeEncryptionService } from './VolumeEncryptionService';

/**
 * The volume-encryption backend, for other backends and their modules. Needs no
 * registration: by default it is a client over HTTP, found by discovery.
 *
 * @public
 */
export const volumeEncryptionServiceRef =
  createServiceRef<VolumeEncryptionService>({
    id: 'volume-encryption.service',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: services => new VolumeEncryptionClient(services),
      }),
  });
