import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ANNOTATION_OWNER,
  entityVolumesCreatePermission,
  volumeEncryptionPermissions,
  type Namespace,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Cluster,
  WatchEvent,
} from 'backstage-plugin-volume-encryption-node';
import { namespaceOf } from '../__testUtils__/objects';
import { componentOf } from '../__testUtils__/startPortal';
import { Systems } from '../systems';
import { VolumeIndex } from '../volumeIndex';
import { Access } from './Access';

const serving = (owner: string) =>
  namespaceOf('payments', { [ANNOTATION_OWNER]: `group:default/${owner}` });

/** A cluster whose watch has told `told`, and which is now as `now`. */
function clusterOf(told: Namespace, now: Namespace | undefined): Cluster {
  const reader: Cluster['reader'] = {
    list: async () => [],
    get: jest.fn().mockResolvedValue(now),
    async *watch(kind, { signal }) {
      const objects = kind === 'Namespace' ? [told] : [];
      const event: WatchEvent<'Namespace'> = { type: 'replaced', objects };
      yield JSON.parse(JSON.stringify(event));
      await new Promise(resolve => {
        signal.addEventListener('abort', resolve);
      });
    },
  };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  return { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
}

async function requireConsent(told: Namespace, now: Namespace | undefined) {
  const clusters = [clusterOf(told, now)];
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters, logger });
  const stop = new AbortController();
  const following = index.follow(stop.signal);
  await new Promise(setImmediate);
  const access = new Access({
    catalog: catalogServiceMock(),
    permissions: mockServices.permissions.mock(),
    index,
    systems: new Systems({ clusters, kms: [] }),
  });
  try {
    const entity = componentOf('ledger', 'payments');
    const place = { cluster: 'prod', namespace: 'payments' };
    await access.requireConsent({ entity, ...place });
  } finally {
    stop.abort();
    await following;
  }
}

describe('a write into a namespace', () => {
  it('that consents may be', async () => {
    const namespace = serving('payments');
    await expect(requireConsent(namespace, namespace)).resolves.toBeUndefined();
  });

  it.each([
    ['serves another now', serving('insurance')],
    ['serves nobody now', namespaceOf('payments')],
    ['is gone', undefined],
  ])('is refused when it %s, which no watch has told yet', async (_, now) => {
    await expect(
      requireConsent(serving('payments'), now),
    ).rejects.toMatchObject({ code: 'no-consent' });
  });

  it('is refused when a watch has told that it serves another', async () => {
    await expect(
      requireConsent(serving('insurance'), serving('insurance')),
    ).rejects.toMatchObject({ code: 'no-consent' });
  });
});

describe('a right to read', () => {
  const ref = 'component:default/ledger';
  const reader = mockCredentials.user('user:default/reader');

  function accessWith(
    results: (AuthorizeResult.ALLOW | AuthorizeResult.DENY)[],
  ) {
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockImplementation(async () => [
      { result: results.shift() ?? AuthorizeResult.DENY },
    ]);
    const entities = [componentOf('ledger', 'payments')];
    const logger = mockServices.logger.mock();
    return new Access({
      catalog: catalogServiceMock({ entities }),
      permissions,
      index: new VolumeIndex({ clusters: [], logger }),
      systems: new Systems({ clusters: [], kms: [] }),
    });
  }

  it('is believed for its reader and for reading only', async () => {
    const access = accessWith([AuthorizeResult.ALLOW]);
    const denied = { code: 'not-allowed' };
    await access.authorizeReading(ref, reader);
    await expect(
      access.authorizeReading('Component:ledger', reader),
    ).resolves.toMatchObject({ metadata: { name: 'ledger' } });
    const other = mockCredentials.user('user:default/other');
    await expect(access.authorizeReading(ref, other)).rejects.toMatchObject(
      denied,
    );
    await expect(
      access.authorizeEntity(entityVolumesCreatePermission, ref, reader),
    ).rejects.toMatchObject(denied);
  });

  it('is asked for anew when it was denied', async () => {
    const { DENY, ALLOW } = AuthorizeResult;
    const access = accessWith([DENY, ALLOW]);
    await expect(access.authorizeReading(ref, reader)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(access.authorizeReading(ref, reader)).resolves.toBeDefined();
  });
});

describe('what a caller may do', () => {
  const { ALLOW, DENY } = AuthorizeResult;
  const reader = mockCredentials.user('user:default/reader');

  /** Allows what `isAllowed` says, and tells what it was asked for. */
  function accessThat(isAllowed: (permission: string) => boolean) {
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission }) => ({
        result: isAllowed(permission.name) ? ALLOW : DENY,
      })),
    );
    const access = new Access({
      catalog: catalogServiceMock({
        entities: [componentOf('ledger', 'payments')],
      }),
      permissions,
      index: new VolumeIndex({
        clusters: [],
        logger: mockServices.logger.mock(),
      }),
      systems: new Systems({ clusters: [], kms: [] }),
    });
    return { access, authorize: permissions.authorize };
  }
  const names = (filter: (name: string) => boolean = () => true) =>
    volumeEncryptionPermissions.map(({ name }) => name).filter(filter);
  const isOfEntity = (name: string) => name.includes('.entity.');

  it('is asked in one request, as him, without those on an entity', async () => {
    const { access, authorize } = accessThat(name => name.endsWith('.view'));
    const { items } = await access.capabilities(undefined, reader);
    expect(items.map(({ permission }) => permission)).toEqual(
      names(name => !isOfEntity(name)),
    );
    expect(items.filter(({ allowed }) => allowed)).toEqual([
      { permission: 'volume-encryption.view', allowed: true },
    ]);
    expect(authorize).toHaveBeenCalledTimes(1);
    expect(authorize).toHaveBeenCalledWith(expect.anything(), {
      credentials: reader,
    });
  });

  it('is every permission, on an entity that is named', async () => {
    const { access, authorize } = accessThat(isOfEntity);
    const { items } = await access.capabilities('Component:ledger', reader);
    expect(
      items.flatMap(({ permission, allowed }) => (allowed ? [permission] : [])),
    ).toEqual(names(isOfEntity));
    expect(items.map(({ permission }) => permission).sort()).toEqual(
      names().sort(),
    );
    expect(authorize).toHaveBeenCalledTimes(1);
    expect(authorize).toHaveBeenCalledWith(
      expect.arrayContaining([
        expect.objectContaining({ resourceRef: 'component:default/ledger' }),
      ]),
      expect.anything(),
    );
  });

  it('is nothing on an entity that he does not see, whatever the policy', async () => {
    const { access, authorize } = accessThat(() => true);
    const { items } = await access.capabilities('component:nobody', reader);
    expect(
      items.flatMap(({ permission, allowed }) => (allowed ? [] : [permission])),
    ).toEqual(names(isOfEntity));
    expect(JSON.stringify(authorize.mock.calls)).not.toContain('nobody');
  });

  it('is not told for what is no entity ref', async () => {
    const { access } = accessThat(() => true);
    await expect(
      access.capabilities('component:default/..', reader),
    ).rejects.toMatchObject({ code: 'invalid-input', field: 'entityRef' });
  });
});
