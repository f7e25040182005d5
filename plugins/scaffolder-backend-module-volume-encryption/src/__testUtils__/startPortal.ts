import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createBackendPlugin,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
// The test runs both in one backend.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import volumeEncryptionPlugin from 'backstage-plugin-volume-encryption-backend';
import {
  volumeEncryptionServiceRef,
  type VolumeEncryptionService,
} from 'backstage-plugin-volume-encryption-node';

/** A portal under test. */
export interface Portal {
  service: VolumeEncryptionService;
  /** All bytes of the files of its databases, as text. */
  databaseText(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The backend plugin in a backend of its own, and the service by which another
 * plugin of that backend reaches it.
 *
 * @param features - in place of those of the test
 */
export async function startPortal(
  volumeEncryption: object,
  entities: Entity[],
  features: BackendFeature[] = [],
): Promise<Portal> {
  let service: VolumeEncryptionService | undefined;
  const caller = createBackendPlugin({
    pluginId: 'caller',
    register(env) {
      env.registerInit({
        deps: { client: volumeEncryptionServiceRef },
        async init({ client }) {
          service = client;
        },
      });
    },
  });
  const directory = await mkdtemp(path.join(tmpdir(), 'portal-'));
  const database = { client: 'better-sqlite3', connection: { directory } };
  const backend = await startTestBackend({
    features: [
      ...features,
      volumeEncryptionPlugin,
      caller,
      mockServices.rootConfig.factory({
        data: { backend: { database }, volumeEncryption },
      }),
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
    ],
  });
  if (!service) throw new Error('the caller was not started');
  return {
    service,
    databaseText: () => textOfFiles(directory),
    stop: async () => {
      await backend.stop();
      await rm(directory, { recursive: true });
    },
  };
}

async function textOfFiles(directory: string): Promise<string> {
  const names = await readdir(directory);
  const texts = names.map(name =>
    readFile(path.join(directory, name), 'latin1'),
  );
  return (await Promise.all(texts)).join('');
}
