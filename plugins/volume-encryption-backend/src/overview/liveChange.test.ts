import { mockServices } from '@backstage/backend-test-utils';
import type { KubernetesObject } from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { claimOf, namespaceOf } from '../__testUtils__/objects';
import { KeyInventory } from '../keyInventory/KeyInventory';
import { createSources, KmsFacts } from '../status';
import { Systems } from '../systems';
import { countOf, VolumeIndex } from '../volumeIndex';
import { LiveSurveys } from './LiveSurveys';
import { mendSurvey } from './mendSurvey';
import { Overview } from './Overview';
import { Surveys } from './Surveys';
import { takeSurvey } from './takeSurvey';

/** A cluster with a namespace, and one claim that comes when it is told. */
function clusterThatTells() {
  let tell: (claim: KubernetesObject) => void = () => {};
  const told = new Promise<KubernetesObject>(resolve => {
    tell = resolve;
  });
  const cluster: Partial<Cluster> = {
    name: 'prod',
    csiNamespace: 'rook-ceph',
    reader: {
      list: async () => [],
      get: async () => undefined,
      watch: async function* watch(kind, { signal }) {
        const objects = kind === 'Namespace' ? [namespaceOf('web')] : [];
        yield Object({ type: 'replaced', objects });
        if (kind === 'PersistentVolumeClaim') {
          yield Object({ type: 'changed', object: await told });
        }
        await new Promise(resolve => {
          signal.addEventListener('abort', resolve);
        });
      },
    },
  };
  return {
    cluster: cluster as Cluster,
    tell,
  };
}

it('a claim that comes is told of, and there', async () => {
  const { cluster, tell } = clusterThatTells();
  const logger = mockServices.logger.mock();
  const now = () => new Date();
  const index = new VolumeIndex({ clusters: [cluster], logger, now });
  const parts = {
    ...{ index, kms: [], kmsFacts: new KmsFacts(now), now },
    systems: new Systems({ clusters: [cluster], kms: [] }),
    credentials: { find: async () => undefined },
  };
  const sources = { ...createSources(parts), keys: new KeyInventory(parts) };
  const surveys = new Surveys(() => takeSurvey(sources), now);
  const told: number[] = [];
  const live = new LiveSurveys({
    ...{ surveys, logger, now, tell: revision => told.push(revision) },
    mend: (survey, touched) => mendSurvey(survey, touched, sources),
    claimsOf: () =>
      countOf(index.snapshot('prod').tables.PersistentVolumeClaim),
  });
  const stop = new AbortController();
  live.start(index, stop.signal);
  const following = index.follow(stop.signal);
  await new Promise(setImmediate);
  const overview = new Overview({ index, surveys: live });
  const page = { limit: 10, offset: 0 };
  const before = await overview.volumes({}, page);
  expect(before.total).toBe(0);
  await new Promise(resolve => {
    setTimeout(resolve, 1_000);
  });
  told.length = 0;
  tell(claimOf('web/new'));
  while (told.length === 0) await new Promise(setImmediate);
  const after = await overview.volumes({}, page);
  expect(after.items.map(({ claim }) => claim)).toEqual(['new']);
  expect(after.revision).toBeGreaterThanOrEqual(told[0]);
  expect(after.revision).toBeGreaterThan(before.revision);
  stop.abort();
  await following;
});
