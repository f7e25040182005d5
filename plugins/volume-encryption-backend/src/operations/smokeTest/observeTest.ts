import {
  judgeBinding,
  judgeJob,
  judgeVolume,
  valueOf,
  type Pod,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { observe } from '../../status/observe';
import { lookUntil } from './lookUntil';
import type { SmokeTest } from './smokeTestStep';

const placeOf = ({ step: { claim, namespace } }: SmokeTest) => ({
  namespace,
  name: claim.metadata.name,
});

const claimOf = (test: SmokeTest) =>
  test.cluster.reader.get('PersistentVolumeClaim', {
    ...placeOf(test),
    signal: test.signal,
  });

const jobOf = (test: SmokeTest) =>
  test.cluster.reader.get('Job', { ...placeOf(test), signal: test.signal });

/** Follows claim and Job, and notes what is seen as soon as it is. */
export async function observeTest(test: SmokeTest): Promise<void> {
  const { step, timing, note, signal } = test;
  const places = await placesForPods(test);
  const begun = Date.now();
  const isHopeless = step.waitsForPod && places === 0;
  const claim = await lookUntil(
    () => claimOf(test),
    it => it?.phase === 'Bound' || isHopeless,
    { every: timing.look, atMost: timing.bind, signal },
  );
  if (signal?.aborted) return;
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const isBound = claim?.phase === 'Bound';
  const { waitsForPod } = step;
  const volume = await volumeOf(test, it => !isBound || it?.phase === 'Bound');
  for (const it of judgeBinding({
    ...{ isBound, seconds, waitsForPod, places },
    diagnoses: volume?.diagnoses ?? [],
  })) {
    note(it);
  }
  if (isBound) await observeJob(test, { places, volume });
}

async function observeJob(
  test: SmokeTest,
  { places, ...seen }: { places?: number; volume: VolumeView | undefined },
): Promise<void> {
  const { timing, note, signal } = test;
  const isHopeless = places === 0;
  // Those of a Job that failed are deleted, so the last that were seen count.
  let pods: Pod[] = [];
  const look = async () => {
    const job = await jobOf(test);
    const present = await podsOf(test, job?.meta.uid);
    if (present.length > 0) pods = present;
    return job;
  };
  const job = await lookUntil(
    look,
    it => it?.ended !== undefined || isHopeless,
    { every: timing.look, atMost: timing.job, signal },
  );
  if (signal?.aborted) return;
  const isMounted = job?.ended === 'complete';
  const volume = isMounted ? await volumeOf(test, () => true) : seen.volume;
  note(judgeVolume(volume));
  note(judgeJob({ job, pods, places }));
}

/** How many nodes take pods; undefined where that cannot be read. */
async function placesForPods({ cluster, signal }: SmokeTest) {
  const now = new Date().toISOString();
  const nodes = valueOf(
    await observe(now, () => cluster.reader.list('Node', { signal })),
  );
  return nodes?.filter(({ takesPods }) => takesPods).length;
}

async function podsOf(
  { cluster, step: { namespace }, signal }: SmokeTest,
  jobUid: string | undefined,
): Promise<Pod[]> {
  const pods = await cluster.reader.list('Pod', { namespace, signal });
  return pods.filter(({ meta }) => meta.owners.some(it => it.uid === jobUid));
}

/** The index follows the cluster, so it comes a moment later. */
function volumeOf(
  test: SmokeTest,
  isWanted: (volume: VolumeView | undefined) => boolean,
): Promise<VolumeView | undefined> {
  const { namespace, name: claim } = placeOf(test);
  const { cluster } = test.step;
  return lookUntil(
    () => test.volumes.claimVolume({ cluster, namespace, claim }),
    isWanted,
    { every: 100, atMost: 5_000, signal: test.signal },
  );
}
