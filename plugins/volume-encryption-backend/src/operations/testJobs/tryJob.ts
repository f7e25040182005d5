import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import { findMade, isOfRun } from './findMade';
import { lookUntil } from './lookUntil';
import { removeMade } from './removeMade';
import type { TestRun } from './TestRun';

/**
 * Makes a Job and what it uses, looks at them, and removes them however that ends:
 * nobody stops the removal, and what could not be removed is noted. What is used
 * belongs to the Job, which ends and goes by itself, so that nothing stays where
 * this process dies. Throws `aborted`, and `conflict` where something of such a name
 * came in between.
 */
export async function tryJob(
  { job, used }: { job: Manifest; used: readonly Manifest[] },
  run: TestRun,
  look: () => Promise<void>,
): Promise<void> {
  try {
    await make(job, run);
    const uid = await uidOf(job, run);
    for (const manifest of used) await make(ownedBy(job, uid, manifest), run);
    await look();
  } finally {
    await removeMade([job, ...used], run);
  }
  if (run.signal?.aborted) {
    throw new VolumeEncryptionError(
      'aborted',
      'Stopped before it was known what comes of it.',
    );
  }
}

/** What a test left may still be ending, and nothing is applied to that. */
async function make(manifest: Manifest, run: TestRun): Promise<void> {
  const { cluster, timing, signal } = run;
  const former = await lookUntil(
    () => findMade(manifest, { cluster, signal }),
    it => it === undefined,
    { every: timing.look, atMost: timing.removal, signal },
  );
  if (former) throw isThereAlready(manifest);
  const outcome = await cluster.writer
    .apply(manifest, { signal })
    .catch(error => withRemedy(error, manifest));
  if (outcome === 'created') return;
  throw isThereAlready(manifest);
}

async function uidOf(
  job: Manifest,
  { cluster, signal }: TestRun,
): Promise<string> {
  const found = await findMade(job, { cluster, signal });
  if (found && isOfRun(found, job)) return found.meta.uid;
  throw isThereAlready(job);
}

function ownedBy(job: Manifest, uid: string, manifest: Manifest): Manifest {
  const { apiVersion, kind } = job;
  const { name } = job.metadata;
  const ownerReferences = [{ apiVersion, kind, name, uid }];
  return { ...manifest, metadata: { ...manifest.metadata, ownerReferences } };
}

/** Whoever refuses a Job does not say so in words that may be passed on. */
function withRemedy(error: unknown, { kind }: Manifest): never {
  const isRefusedJob =
    kind === 'Job' &&
    isVolumeEncryptionError(error) &&
    error.code === 'invalid-input';
  if (!isRefusedJob) throw error;
  throw new VolumeEncryptionError(
    'invalid-input',
    `${error.message} If that is by the policy "volume-encryption-test-jobs" of portal-admission.yaml: does it name the image of volumeEncryption.testJobs.image, and is it of this release?`,
  );
}

function isThereAlready({ kind, metadata }: Manifest): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'conflict',
    `${kind} "${metadata.name}" is there already: it is being deleted, or another test was quicker. Try again in a minute.`,
  );
}
