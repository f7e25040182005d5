import type { Fields } from './fields';
import type { Job } from './runningPods';
import { parseMeta } from './parseMeta';

/** A Job; it has ended when a condition `Complete` or `Failed` is true. */
export function parseJob(object: Fields): Job {
  const conditions = object.child('status').children('conditions');
  const isTrue = (type: string) =>
    conditions.find(
      it =>
        it.optionalText('type') === type &&
        it.optionalText('status') === 'True',
    );
  const failure = isTrue('Failed');
  const meta = parseMeta(object);
  if (failure) {
    const reason = failure.optionalText('reason');
    return { kind: 'Job', meta, ended: 'failed', reason };
  }
  return { kind: 'Job', meta, ended: isTrue('Complete') && 'complete' };
}
