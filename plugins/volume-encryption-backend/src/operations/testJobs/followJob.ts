import type {
  Job,
  Manifest,
  Pod,
} from 'backstage-plugin-volume-encryption-common';
import { lookUntil } from './lookUntil';
import { podsOfJob } from './podsOfJob';
import type { TestRun } from './TestRun';

/**
 * Follows a Job until it ends, its time is over, or at once where no node takes
 * pods. Its pods are deleted when it fails, so the last that were seen count.
 */
export async function followJob(
  { metadata }: Manifest,
  run: TestRun,
  places: number | undefined,
): Promise<{ job: Job | undefined; pods: Pod[] }> {
  const { name, namespace = '' } = metadata;
  const { timing, signal, cluster } = run;
  let pods: Pod[] = [];
  const look = async () => {
    const job = await cluster.reader.get('Job', { namespace, name, signal });
    const uid = job?.meta.uid;
    const present = await podsOfJob({ namespace, uid }, run);
    if (present.length > 0) pods = present;
    return job;
  };
  const job = await lookUntil(
    look,
    it => it?.ended !== undefined || places === 0,
    { every: timing.look, atMost: timing.job, signal },
  );
  return { job, pods };
}
