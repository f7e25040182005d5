import { LABEL_TEST_RUN } from '../contract/annotations';
import { VolumeEncryptionError } from '../contract/errors';
import type { PersistentVolumeClaim } from '../kubernetes/objects';
import type { Job } from '../kubernetes/runningPods';
import { isOurs, titleOf } from './ownership';
import type { Step } from './plan';
import { LEFT_AFTER_MS } from './testJobManifest';

/**
 * Removes what a test left that was cut off. Throws `not-ours` for what no test has
 * made, and `conflict` while the test may go on.
 * @param field - of the request, that names the place
 */
export function leftoverStep(
  left: Job | PersistentVolumeClaim,
  { cluster, now, field }: { cluster: string; now: string; field: string },
): Step {
  const { kind, meta } = left;
  const isOfTest = isOurs(left) && meta.labels[LABEL_TEST_RUN] !== undefined;
  if (!isOfTest) {
    throw new VolumeEncryptionError(
      'not-ours',
      `${titleOf(left)} was not made by a test, so it is left as it is. Rename or remove it, or test elsewhere.`,
      { field },
    );
  }
  if (Date.parse(now) - Date.parse(meta.createdAt) < LEFT_AFTER_MS) {
    throw new VolumeEncryptionError(
      'conflict',
      `Another test is in namespace "${meta.namespace}", since ${meta.createdAt}. Wait for it; if it was cut off, what it left goes by itself a quarter of an hour after that, or is removed by a test then.`,
      { field },
    );
  }
  const { namespace, name, uid } = meta;
  return {
    kind: 'delete',
    id: `leftover-${kind.toLowerCase()}`,
    title: `${titleOf(left)}, left by a test of ${meta.createdAt}, deleted`,
    change: 'delete',
    cluster,
    target: { kind, namespace, name, uid },
  };
}
