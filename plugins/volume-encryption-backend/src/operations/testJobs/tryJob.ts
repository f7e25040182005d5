import {
  LABEL_TEST_RUN,
  VolumeEncryptionError,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
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

async function make(
  manifest: Manifest,
  { cluster, signal }: TestRun,
): Promise<void> {
  const outcome = await cluster.writer.apply(manifest, { signal });
  if (outcome === 'created') return;
  throw isThereAlready(manifest);
}

async function uidOf(
  { metadata, ...job }: Manifest,
  { cluster, signal }: TestRun,
): Promise<string> {
  const { namespace, name, labels } = metadata;
  const found = await cluster.reader.get('Job', { namespace, name, signal });
  const runId = labels?.[LABEL_TEST_RUN];
  if (found && found.meta.labels[LABEL_TEST_RUN] === runId) {
    return found.meta.uid;
  }
  throw isThereAlready({ metadata, ...job });
}

function ownedBy(job: Manifest, uid: string, manifest: Manifest): Manifest {
  const { apiVersion, kind } = job;
  const { name } = job.metadata;
  const ownerReferences = [{ apiVersion, kind, name, uid }];
  return { ...manifest, metadata: { ...manifest.metadata, ownerReferences } };
}

function isThereAlready({ kind, metadata }: Manifest): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'conflict',
    `${kind} "${metadata.name}" is there already: it is being deleted, or another test was quicker. Try again in a minute.`,
  );
}
