import {
  isVolumeEncryptionError,
  planNote,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import { findMade, isOfRun } from './findMade';
import { lookUntil } from './lookUntil';
import type { TestRun } from './TestRun';

/**
 * Removes what a run has made, in that order, and waits until it and the pods are
 * gone. Tries again what failed, and notes what is left in the end.
 */
export async function removeMade(
  made: readonly Manifest[],
  run: TestRun,
): Promise<void> {
  const { look, removal } = run.timing;
  const left = await lookUntil(
    () => removeOnce(made, run),
    it => it.length === 0,
    { every: look, atMost: removal },
  );
  for (const what of left) {
    const message = `Not removed yet: ${what} It goes by itself when the Job does, a quarter of an hour after its start at the latest.`;
    run.note(planNote('test-leftover', 'warning', message));
  }
}

/** Says what is left, and why. */
async function removeOnce(
  made: readonly Manifest[],
  run: TestRun,
): Promise<string[]> {
  const left: string[] = [];
  for (const manifest of made) {
    left.push(...(await unlessFailed(manifest, () => remove(manifest, run))));
  }
  // A pod goes after its Job.
  if (left.length > 0) return left;
  const [job] = made;
  return unlessFailed(job, () => podsLeft(job, run));
}

async function unlessFailed(
  { kind, metadata: { namespace, name } }: Manifest,
  act: () => Promise<string[]>,
): Promise<string[]> {
  try {
    return await act();
  } catch (error) {
    const why = isVolumeEncryptionError(error)
      ? error.message
      : 'It failed unexpectedly.';
    return [`${kind} ${namespace}/${name}. ${why}`];
  }
}

async function remove(
  manifest: Manifest,
  { cluster }: TestRun,
): Promise<string[]> {
  const found = await findMade(manifest, { cluster });
  if (!found || !isOfRun(found, manifest)) return [];
  const { kind, meta } = found;
  const { namespace, name, uid } = meta;
  await cluster.writer.delete({ kind, namespace, name, uid }, {});
  const left = await findMade(manifest, { cluster });
  if (left?.meta.uid !== uid) return [];
  return [`${kind} ${namespace}/${name}. Something still holds it.`];
}

async function podsLeft(
  job: Manifest,
  { cluster }: TestRun,
): Promise<string[]> {
  const { namespace } = job.metadata;
  const pods = await cluster.reader.list('Pod', { namespace });
  return pods
    .filter(pod => isOfRun(pod, job))
    .map(({ meta }) => `Pod ${namespace}/${meta.name}. It is still ending.`);
}
