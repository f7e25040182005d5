import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
// The test runs both in one backend.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import volumeEncryptionPlugin from 'backstage-plugin-volume-encryption-backend';
import catalogModuleVolumeEncryption from '..';
import { eventually } from './eventually';

/** What a portal under test is given. */
export interface PortalOptions {
  /** The `volumeEncryption` part of the configuration. */
  volumeEncryption: object;
  /** Where its databases are, so that another portal can go on with them. */
  directory: string;
  /** What the catalog has besides. */
  entities: Entity[];
}

/** The catalog itself, with the module and the backend that it asks. */
export async function startPortal(options: PortalOptions) {
  const scheduler = mockServices.scheduler();
  const { directory, volumeEncryption, entities } = options;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleVolumeEncryption,
      volumeEncryptionPlugin,
      moduleWith(entities),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          backend: {
            database: { client: 'better-sqlite3', connection: { directory } },
          },
          catalog: {
            providers: { volumeEncryption: { owner: 'platform' } },
            stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
          },
          volumeEncryption,
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
    ],
  });
  const read = async (path: string) => {
    const address = `http://localhost:${backend.server.port()}/api${path}`;
    return (await fetch(address)).json();
  };
  // Also because Jest lets no module be loaded between a hook and a test.
  await eventually(
    () => read('/volume-encryption/clusters'),
    clusters => !JSON.stringify(clusters).includes('"syncing"'),
  );
  return {
    read,
    /** What the schedule does, and waits for it. */
    refresh: () => scheduler.triggerTask('volume-encryption:refresh'),
    /** Our Resources, by their names. */
    resources: async (): Promise<Map<string, Entity>> => {
      const found: Entity[] = await read(
        '/catalog/entities?filter=kind=resource',
      );
      return new Map(found.map(it => [it.metadata.name, it]));
    },
    stop: () => backend.stop(),
  };
}

/** A portal under test. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

function moduleWith(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(module) {
      module.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-entities',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}

/** A component that `owner` owns, whose objects carry its name as their id. */
export function componentOf(name: string, owner: string): Entity {
  const location = `test:${name}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/kubernetes-id': name,
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}
