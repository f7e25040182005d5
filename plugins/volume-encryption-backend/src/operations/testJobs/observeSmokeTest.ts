import {
  judgeBinding,
  judgeJob,
  judgeVolume,
  type SmokeTestStep,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { followJob } from './followJob';
import type { JobTesting } from './JobTesting';
import { lookUntil } from './lookUntil';
import { placesForPods } from './podsOfJob';
import type { TestRun } from './TestRun';

/** One run of a smoke test. */
export interface SmokeTestRun extends TestRun {
  step: SmokeTestStep;
  volumes: JobTesting['volumes'];
}

/** Follows claim and Job, and notes what is seen as soon as it is. */
export async function observeSmokeTest(run: SmokeTestRun): Promise<void> {
  const { step, note, signal } = run;
  const { waitsForPod } = step;
  const places = await placesForPods(run);
  const { isBound, seconds } = await untilBound(run, places);
  if (signal?.aborted) return;
  const volume = await volumeOf(run, it => !isBound || it?.phase === 'Bound');
  for (const it of judgeBinding({
    ...{ isBound, seconds, waitsForPod, places },
    diagnoses: volume?.diagnoses ?? [],
  })) {
    note(it);
  }
  if (isBound) await observeJob(run, { places, volume });
}

async function untilBound(
  { step, cluster, timing, signal }: SmokeTestRun,
  places: number | undefined,
): Promise<{ isBound: boolean; seconds: number }> {
  const begun = Date.now();
  const isHopeless = step.waitsForPod && places === 0;
  const ref = { namespace: step.namespace, name: step.claim.metadata.name };
  const claim = await lookUntil(
    () => cluster.reader.get('PersistentVolumeClaim', { ...ref, signal }),
    it => it?.phase === 'Bound' || isHopeless,
    { every: timing.look, atMost: timing.bind, signal },
  );
  const seconds = Math.round((Date.now() - begun) / 1_000);
  return { isBound: claim?.phase === 'Bound', seconds };
}

async function observeJob(
  run: SmokeTestRun,
  { places, ...seen }: { places?: number; volume: VolumeView | undefined },
): Promise<void> {
  const { step, note, signal } = run;
  const { job, pods } = await followJob(step.job, run, places);
  if (signal?.aborted) return;
  const isMounted = job?.ended === 'complete';
  const volume = isMounted ? await volumeOf(run, () => true) : seen.volume;
  note(judgeVolume(volume));
  note(judgeJob({ job, pods, places }));
}

/** The index follows the cluster, so it comes a moment later. */
function volumeOf(
  { step, volumes, signal }: SmokeTestRun,
  isWanted: (volume: VolumeView | undefined) => boolean,
): Promise<VolumeView | undefined> {
  const { cluster, namespace } = step;
  const claim = step.claim.metadata.name;
  return lookUntil(
    () => volumes.claimVolume({ cluster, namespace, claim }),
    isWanted,
    { every: 100, atMost: 5_000, signal },
  );
}
