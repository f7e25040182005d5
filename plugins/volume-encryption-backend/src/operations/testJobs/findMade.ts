import {
  LABEL_TEST_RUN,
  type Job,
  type Manifest,
  type ObjectMeta,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import type { TestRun } from './TestRun';

/** What there is of a Job's or a claim's name now. */
export async function findMade(
  { kind, metadata: { namespace, name } }: Manifest,
  { cluster, signal }: Pick<TestRun, 'cluster' | 'signal'>,
): Promise<Job | PersistentVolumeClaim | undefined> {
  const ref = { namespace, name, signal };
  return kind === 'Job'
    ? cluster.reader.get('Job', ref)
    : cluster.reader.get('PersistentVolumeClaim', ref);
}

/** Whether an object is of the run that a manifest was made for. */
export function isOfRun(
  { meta }: { meta: ObjectMeta },
  { metadata }: Manifest,
): boolean {
  return meta.labels[LABEL_TEST_RUN] === metadata.labels?.[LABEL_TEST_RUN];
}
