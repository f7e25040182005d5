import {
  LABEL_SMOKE_TEST,
  isVolumeEncryptionError,
  planNote,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import { lookUntil } from './lookUntil';
import type { SmokeTest } from './smokeTestStep';

const KINDS = ['Job', 'PersistentVolumeClaim'] as const;

/** Removes the Job and the claim of this run, the Job first, which uses it. */
export async function removeTest(test: SmokeTest): Promise<void> {
  for (const kind of KINDS) {
    try {
      if (await isRemoved(kind, test)) continue;
      noteLeft(test, kind, 'Something still holds it; it goes by itself.');
    } catch (error) {
      const why = isVolumeEncryptionError(error)
        ? error.message
        : 'It failed unexpectedly.';
      noteLeft(
        test,
        kind,
        `${why} Remove it by hand, or by another smoke test in an hour.`,
      );
    }
  }
}

/** Nobody stops it: what is not removed costs storage and stays. */
async function isRemoved(
  kind: (typeof KINDS)[number],
  { step, cluster, timing }: SmokeTest,
): Promise<boolean> {
  const { namespace } = step;
  const { name } = step.claim.metadata;
  const runId = runIdOf(step.claim);
  const look = async () => {
    const found = await cluster.reader.get(kind, { namespace, name });
    return found?.meta.labels[LABEL_SMOKE_TEST] === runId ? found : undefined;
  };
  const ours = await look();
  if (!ours) return true;
  const { uid } = ours.meta;
  await cluster.writer.delete({ kind, namespace, name, uid }, {});
  const left = await lookUntil(look, it => it === undefined, {
    every: timing.look / 5,
    atMost: timing.removal,
  });
  return left === undefined;
}

function runIdOf({ metadata }: Manifest): string | undefined {
  return metadata.labels?.[LABEL_SMOKE_TEST];
}

function noteLeft({ step, note }: SmokeTest, kind: string, why: string): void {
  const { name } = step.claim.metadata;
  const what = `${kind} ${step.namespace}/${name}`;
  const message = `${what} is not removed yet. ${why}`;
  note(planNote('smoke-test-leftover', 'warning', message));
}
