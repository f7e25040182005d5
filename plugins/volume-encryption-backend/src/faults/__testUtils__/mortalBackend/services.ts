import type { Server } from 'node:http';
import {
  coreServices,
  createServiceFactory,
  type HttpAuthService,
  type RootLoggerService,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceFactory,
  metricsServiceFactory,
  tracingServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { discoveryServiceFactory } from '@backstage/backend-defaults/discovery';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { lifecycleServiceFactory } from '@backstage/backend-defaults/lifecycle';
import { loggerServiceFactory } from '@backstage/backend-defaults/logger';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { rootHealthServiceFactory } from '@backstage/backend-defaults/rootHealth';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { rootLifecycleServiceFactory } from '@backstage/backend-defaults/rootLifecycle';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { ConfigReader } from '@backstage/config';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import knexFactory from 'knex';
import type { Birth } from './Moment';
import type { Writes } from './Writes';

/**
 * Backstage's own services as far as the plugin uses them; those that load half
 * of the cloud's clients are left out, so that a start takes two seconds. The
 * database is one file, whose statements are counted.
 */
export function servicesOf(birth: Birth, writes: Writes) {
  let server: Server | undefined;
  const rootHttpRouter = rootHttpRouterServiceFactory({
    configure: context => {
      server = context.server;
      context.applyDefaults();
    },
  });
  return {
    listeningPort() {
      const address = server?.address();
      return typeof address === 'object' && address ? address.port : 0;
    },
    defaultServiceFactories: [
      rootHttpRouter,
      actionsRegistryServiceFactory,
      metricsServiceFactory,
      tracingServiceFactory,
      auditorServiceFactory,
      authServiceFactory,
      discoveryServiceFactory,
      httpRouterServiceFactory,
      lifecycleServiceFactory,
      loggerServiceFactory,
      permissionsRegistryServiceFactory,
      permissionsServiceFactory,
      rootHealthServiceFactory,
      rootLifecycleServiceFactory,
      userInfoServiceFactory,
      ...ownServices(birth, writes),
    ],
  };
}

/** Backstage's own reads the schemas of all packages first. */
const logger: RootLoggerService = {
  error: message => process.stderr.write(`error: ${message}\n`),
  warn: message => process.stderr.write(`warning: ${message}\n`),
  info: message => process.stderr.write(`${message}\n`),
  debug: () => {},
  child: () => logger,
};

const idle: SchedulerService = {
  scheduleTask: async () => {},
  createScheduledTaskRunner: () => ({ run: async () => {} }),
  getScheduledTasks: async () => [],
  triggerTask: async () => {},
  cancelTask: async () => {},
};

/** Whoever calls is this user: tokens of users are made by sign-in alone. */
const caller: HttpAuthService = Object.create({
  credentials: async () => ({
    $$type: '@backstage/BackstageCredentials',
    principal: { type: 'user', userEntityRef: 'user:default/tester' },
  }),
});

function ownServices({ config, entities, ...birth }: Birth, writes: Writes) {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: birth.database },
    useNullAsDefault: true,
  });
  writes.watchStatements(knex);
  const backend = {
    baseUrl: 'http://localhost',
    listen: { host: '127.0.0.1', port: 0 },
  };
  // The plugin asks for single entities and for nothing else.
  const catalog: CatalogService = Object.create({
    getEntityByRef: async (ref: string) => entities[ref],
  });
  return [
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader({ backend, volumeEncryption: config }),
    }),
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    }),
    createServiceFactory({
      service: coreServices.httpAuth,
      deps: {},
      factory: () => caller,
    }),
    createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => ({ getClient: async () => knex }),
    }),
    // What runs by itself would write between what is counted.
    createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => idle,
    }),
    createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => catalog,
    }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({ publish: async () => {} }),
    }),
  ];
}
