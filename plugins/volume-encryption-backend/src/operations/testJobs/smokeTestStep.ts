import type { SmokeTestStep } from 'backstage-plugin-volume-encryption-common';
import type { StepRun } from '../applyStep';
import type { StepParts } from '../StepParts';
import { usualTiming } from './JobTesting';
import { observeSmokeTest } from './observeSmokeTest';
import { tryJob } from './tryJob';

/** Makes Job and claim, notes what becomes of them, and removes them; see `tryJob`. */
export async function smokeTestStep(
  step: SmokeTestStep,
  { signal, note }: StepRun,
  { systems, jobTesting }: StepParts,
): Promise<'tested'> {
  const { volumes, timing = usualTiming } = jobTesting;
  const cluster = systems.cluster(step.cluster);
  const run = { step, cluster, volumes, timing, signal, note };
  const { job, claim } = step;
  await tryJob({ job, used: [claim] }, run, () => observeSmokeTest(run));
  return 'tested';
}
