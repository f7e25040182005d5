import { emptySnapshot, type ClusterSnapshot } from '../volumeIndex';
import { clusterHolding, indexOf } from './__testUtils__/indexOf';
import { tenantSummary } from './tenantSummary';

const cluster = clusterHolding({});

function summaryIn(snapshot: ClusterSnapshot) {
  return tenantSummary(
    {
      ...{ cluster: 'prod', namespace: 'web', tenantId: 'prod.web' },
      custody: 'vaulttenantsa',
    },
    { kind: 'tenant-service-account', state: 'live', message: '' },
    { snapshot, connections: [] },
  );
}

it('leaves out what is not known', () => {
  const { owner, ownerKnown, kmsIds, volumes } = summaryIn(
    emptySnapshot(cluster),
  );
  expect({ owner, ownerKnown, kmsIds, volumes }).toEqual({
    ownerKnown: false,
  });
});

it('says that there is nothing where that is known', async () => {
  const index = await indexOf([cluster]);
  expect(summaryIn(index.snapshot('prod'))).toMatchObject({
    ...{ owner: undefined, ownerKnown: true },
    ...{ kmsIds: [], volumes: 0 },
  });
});
