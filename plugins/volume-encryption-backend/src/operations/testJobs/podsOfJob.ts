import { valueOf, type Pod } from 'backstage-plugin-volume-encryption-common';
import { observe } from '../../status/observe';
import type { TestRun } from './TestRun';

/** How many nodes take pods; undefined where that cannot be read. */
export async function placesForPods({
  cluster,
  signal,
}: TestRun): Promise<number | undefined> {
  const now = new Date().toISOString();
  const nodes = valueOf(
    await observe(now, () => cluster.reader.list('Node', { signal })),
  );
  return nodes?.filter(({ takesPods }) => takesPods).length;
}

/** The pods of a Job, which is known by its uid. */
export async function podsOfJob(
  { namespace, uid }: { namespace: string; uid: string | undefined },
  { cluster, signal }: TestRun,
): Promise<Pod[]> {
  const pods = await cluster.reader.list('Pod', { namespace, signal });
  return pods.filter(({ meta }) => meta.owners.some(it => it.uid === uid));
}
