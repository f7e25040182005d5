import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { VolumeEncryptionClient, volumeEncryptionApiRef } from './api';
import {
  entityContentRouteRef,
  platformRouteRef,
  templateRouteRef,
} from './routes';

/** The plugin for the old frontend system. @public */
export const volumeEncryptionPlugin = createPlugin({
  id: 'volume-encryption',
  apis: [
    createApiFactory({
      api: volumeEncryptionApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new VolumeEncryptionClient(apis),
    }),
  ],
  routes: { root: platformRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { template: templateRouteRef },
});

/** The entity tab "Encryption". @public */
export const EntityEncryptionContent: () => JSX.Element =
  volumeEncryptionPlugin.provide(
    createRoutableExtension({
      name: 'EntityEncryptionContent',
      component: () => import('./entity').then(m => m.EncryptionContent),
      mountPoint: entityContentRouteRef,
    }),
  );

/** The entity card "Encryption". @public */
export const EntityEncryptionCard: () => JSX.Element =
  volumeEncryptionPlugin.provide(
    createComponentExtension({
      name: 'EntityEncryptionCard',
      component: { lazy: () => import('./entity').then(m => m.EncryptionCard) },
    }),
  );

/** The card of a KMS, StorageClass or tenant: what rests on it. @public */
export const EntityBlastRadiusCard: () => JSX.Element =
  volumeEncryptionPlugin.provide(
    createComponentExtension({
      name: 'EntityBlastRadiusCard',
      component: {
        lazy: () => import('./blastRadius').then(m => m.BlastRadiusCard),
      },
    }),
  );

/** The page of the platform team, for a route such as `/volume-encryption`. @public */
export const VolumeEncryptionPage: () => JSX.Element =
  volumeEncryptionPlugin.provide(
    createRoutableExtension({
      name: 'VolumeEncryptionPage',
      component: () => import('./platform').then(m => m.PlatformPage),
      mountPoint: platformRouteRef,
    }),
  );
