import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ANNOTATION_OWNER,
  entityVolumesCreatePermission,
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
