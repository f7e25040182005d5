import path from 'node:path';
import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import volumeEncryptionPlugin from 'backstage-plugin-volume-encryption-backend';
import type { Sandbox } from 'sandbox';
import request from 'supertest';
import { permissionModuleExamplePolicy } from '../permissionModule';
import { authServiceFactory } from './authServiceFactory';

// eslint-disable-next-line no-restricted-syntax
const examples = path.resolve(__dirname, '../../examples');

/**
 * The example portal's backends of catalog, permissions and volume encryption,
 * with its policy and its entities, for a sandbox.
 *
 * @param groups - of each user, by their entity refs
 */
export async function startExamplePortal(
  sandbox: Sandbox,
  groups: Record<string, string[]>,
) {
  const backend = await startTestBackend({
    features: [
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      permissionsRegistryServiceFactory,
      permissionPlugin,
      permissionModuleExamplePolicy,
      catalogPlugin,
      volumeEncryptionPlugin,
      mockServices.rootConfig.factory({ data: configOf(sandbox) }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async ({ principal }: BackstageCredentials) => {
            const userEntityRef = userOf(principal);
            const ofUser = groups[userEntityRef] ?? [];
            const ownershipEntityRefs = [userEntityRef, ...ofUser];
            return { userEntityRef, ownershipEntityRefs };
          },
        }),
      }),
    ],
  });
  const as = (user: string) => ({
    authorization: mockCredentials.user.header(user),
  });
  return {
    get: (user: string, route: string) =>
      request(backend.server).get(`/api/${route}`).set(as(user)),
    post: (user: string, route: string, body: object) =>
      request(backend.server).post(`/api/${route}`).set(as(user)).send(body),
    stop: () => backend.stop(),
  };
}

function userOf(principal: unknown): string {
  const isUser =
    typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal;
  return isUser ? `${principal.userEntityRef}` : 'user:default/nobody';
}

function configOf({ kubernetes, vault }: Sandbox) {
  const { url, tokens } = kubernetes;
  return {
    backend: { database: { client: 'better-sqlite3', connection: ':memory:' } },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Component', 'Group', 'User'] }],
      locations: ['organization.yaml', 'components.yaml'].map(name => ({
        type: 'file',
        target: path.join(examples, name),
      })),
    },
    volumeEncryption: {
      clusters: [{ name: 'sandbox', url, token: tokens.portal }],
      kms: [
        {
          name: 'vault',
          address: vault.url,
          auth: { token: vault.portalToken },
        },
      ],
    },
  };
}
