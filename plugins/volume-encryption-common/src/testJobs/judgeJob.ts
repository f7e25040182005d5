import type { Reason } from '../contract/api';
import type { Pod } from '../kubernetes/objects';
import type { Job } from '../kubernetes/runningPods';
import { planNote } from '../plan/planNotes';
import { whyNotRun } from './whyNotRun';

/** What was seen of the Job of a smoke test whose claim is bound. @public */
export interface SeenJob {
  job: Job | undefined;
  pods: readonly Pod[];
  /** How many nodes take pods; undefined where that is not known. */
  places: number | undefined;
}

/** What the Job proved: only one that is complete has written and read. @public */
export function judgeJob({ job, pods, places }: SeenJob): Reason {
  if (job?.ended === 'complete') {
    return planNote(
      'smoke-test-passed',
      'ok',
      'A pod mounted the volume, wrote to it and read the same back.',
    );
  }
  const why = whyNotRun({ pods, places });
  if (why) return inconclusive(why);
  if (job?.ended === 'failed') {
    const cause = job.reason ? ` (${job.reason})` : '';
    const message = `The Job failed${cause}: its pod could not start, mount, write or read the same back. See the volume's page and the events of the namespace.`;
    return planNote('smoke-test-failed', 'error', message);
  }
  return planNote(
    'smoke-test-failed',
    'error',
    'The Job did not end in its time: the pod could not be started. See the events of the namespace.',
  );
}

function inconclusive(why: string): Reason {
  const message = `The Job could not run, because ${why}. Tested up to Bound; nothing was written or read.`;
  return planNote('smoke-test-inconclusive', 'warning', message);
}
