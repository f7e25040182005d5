import {
  judgeKmsTest,
  type KmsTestStep,
} from 'backstage-plugin-volume-encryption-common';
import type { StepRun } from '../applyStep';
import type { StepParts } from '../StepParts';
import { followJob } from './followJob';
import { usualTiming } from './JobTesting';
import { placesForPods } from './podsOfJob';
import { tryJob } from './tryJob';

/** Makes the Job, notes what the Vault answered it, and removes it; see `tryJob`. */
export async function kmsTestStep(
  { job, cluster: name }: KmsTestStep,
  { signal, note }: StepRun,
  { systems, jobTesting }: StepParts,
): Promise<'tested'> {
  const { timing = usualTiming } = jobTesting;
  const run = { cluster: systems.cluster(name), timing, signal, note };
  await tryJob({ job, used: [] }, run, async () => {
    const places = await placesForPods(run);
    const { pods } = await followJob(job, run, places);
    if (!signal?.aborted) note(judgeKmsTest({ pods, places }));
  });
  return 'tested';
}
