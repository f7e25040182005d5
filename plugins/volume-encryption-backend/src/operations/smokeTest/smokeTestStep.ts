import {
  VolumeEncryptionError,
  type Manifest,
  type SmokeTestStep,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { StepRun } from '../applyStep';
import type { StepParts } from '../StepParts';
import { observeTest } from './observeTest';
import { removeTest } from './removeTest';
import { usualTiming, type SmokeTesting } from './SmokeTesting';

/** One run of a smoke test. */
export interface SmokeTest {
  step: SmokeTestStep;
  cluster: Cluster;
  volumes: SmokeTesting['volumes'];
  timing: NonNullable<SmokeTesting['timing']>;
  signal?: AbortSignal;
  note: StepRun['note'];
}

/**
 * Makes the claim and the Job, notes what becomes of them, and removes them
 * however that ends. What could not be removed is noted. Throws `conflict` where
 * something of that name came in between, and `aborted`.
 */
export async function smokeTestStep(
  step: SmokeTestStep,
  { signal, note }: StepRun,
  { systems, smokeTesting }: StepParts,
): Promise<'tested'> {
  const { volumes, timing = usualTiming } = smokeTesting;
  const cluster = systems.cluster(step.cluster);
  const test: SmokeTest = { step, cluster, volumes, timing, signal, note };
  // Whoever may not make the Job must not be left with a claim.
  await cluster.writer.apply(step.job, { dryRun: true, signal });
  try {
    await make(step.claim, test);
    await make(step.job, test);
    await observeTest(test);
  } finally {
    await removeTest(test);
  }
  if (signal?.aborted) {
    throw new VolumeEncryptionError(
      'aborted',
      'Stopped before it was known what comes of it.',
    );
  }
  return 'tested';
}

async function make(
  manifest: Manifest,
  { cluster, signal }: SmokeTest,
): Promise<void> {
  const outcome = await cluster.writer.apply(manifest, { signal });
  if (outcome === 'created') return;
  throw new VolumeEncryptionError(
    'conflict',
    `${manifest.kind} "${manifest.metadata.name}" is there already: it is being deleted, or another smoke test was quicker. Try again in a minute.`,
  );
}
