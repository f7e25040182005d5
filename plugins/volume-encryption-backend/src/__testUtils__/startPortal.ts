import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  signalsServiceRef,
  type SignalPayload,
} from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { loadKubeConfig } from '../cluster/loadKubeConfig';

/** What a portal under test is given. */
export interface PortalOptions {
  /** The plugin under test. */
  plugin: BackendFeature;
  /** The `volumeEncryption` part of the configuration. */
  config: object;
  entities: Entity[];
  /** Denies every permission, or all but those of these names. */
  denied?: boolean | { allBut: readonly string[] };
  /** In place of a database in memory. */
  knex?: Knex;
  /** The same as configuration, for several plugins. */
  database?: object;
  /** Further plugins and services. */
  features?: readonly BackendFeature[];
}

/**
 * The plugin in a backend of its own; `audit` and `signals` tell what it did. Tasks
 * of the scheduler run when they are told to.
 */
export async function startPortal(options: PortalOptions) {
  const signals: SignalPayload[] = [];
  const auditor = mockServices.auditor.mock();
  const audit: { eventId: string; meta: unknown; outcome: string }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async ending => {
      const all = { ...meta, ...ending?.meta };
      audit.push({ eventId, meta: all, outcome: 'success' });
    },
    fail: async ({ error, ...ending }) => {
      const all = { ...meta, ...ending.meta };
      audit.push({ eventId, meta: all, outcome: error.message });
    },
  }));
  const publisher = createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({
      publish: async (signal: SignalPayload) => {
        signals.push(signal);
      },
    }),
  });
  // The client's module: Jest lets none be loaded between a hook and a test.
  await loadKubeConfig({ kind: 'url', url: 'http://x', skipTlsVerify: true });
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(({ permission }) => ({
      result: isDenied(permission.name, options)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    })),
  );
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      options.plugin,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            database: options.database ?? {
              ...{ client: 'better-sqlite3', connection: ':memory:' },
            },
          },
          volumeEncryption: options.config,
        },
      }),
      auditor.factory,
      ...(options.knex
        ? [mockServices.database.factory({ knex: options.knex })]
        : []),
      permissions.factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalogServiceMock.factory({ entities: options.entities }),
      publisher,
      ...(options.features ?? []),
    ],
  });
  const getOf = (plugin: string, path: string, headers: object = {}) =>
    request(backend.server)
      .get(`/api/${plugin}${path}`)
      .set({ ...headers });
  const get = (path: string, headers: object = {}) =>
    getOf('volume-encryption', path, headers);
  const post = (path: string, body: object, headers: object = {}) =>
    request(backend.server)
      .post(`/api/volume-encryption${path}`)
      .set({ ...headers })
      .send(body);
  await eventually(
    () => get('/clusters'),
    ({ body }) => !JSON.stringify(body).includes('"syncing"'),
  );
  const port = backend.server.port();
  const runTask = (id: string) => scheduler.triggerTask(id);
  const stop = () => backend.stop();
  return { get, getOf, post, port, audit, signals, runTask, stop };
}

function isDenied(permission: string, { denied = false }: PortalOptions) {
  return typeof denied === 'boolean'
    ? denied
    : !denied.allBut.includes(permission);
}

/** A portal under test. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** A component that `owner` owns, with annotations of its author. */
export function componentOf(
  name: string,
  owner: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/kubernetes-id': name, ...annotations },
    },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** Asks until the answer is as wanted; the last one when it never is. */
export async function eventually<T>(
  ask: () => PromiseLike<T>,
  isWanted: (answer: T) => boolean,
): Promise<T> {
  let answer = await ask();
  for (let tries = 0; tries < 150 && !isWanted(answer); tries++) {
    await new Promise(resolve => setTimeout(resolve, 100));
    answer = await ask();
  }
  return answer;
}

/** Resolves when the start has settled: no signal came for a while. */
export async function quiet(signals: readonly unknown[]) {
  let before = -1;
  while (signals.length !== before) {
    before = signals.length;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
