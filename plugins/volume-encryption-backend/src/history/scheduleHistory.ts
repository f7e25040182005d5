import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NewsSender } from '../news/NewsSender';
import { ownWords } from '../network/ownWords';
import type { HistoryStore } from './HistoryStore';
import type { Recorder } from './Recorder';

/** Of the tasks; they can be triggered by hand. */
export const RECORD_TASK = 'record-changes';
export const FORGET_TASK = 'forget-changes';

const DAY_MS = 24 * 60 * 60_000;

/** What the tasks do. */
export interface HistoryTasks {
  recorder: Pick<Recorder, 'look'>;
  sender: Pick<NewsSender, 'send' | 'forget'>;
  store: Pick<HistoryStore, 'forget'>;
  keptDays: number;
  logger: LoggerService;
  now: () => Date;
}

/** Looks every minute and forgets every day, each on one replica only. */
export async function scheduleHistory(
  scheduler: SchedulerService,
  tasks: HistoryTasks,
): Promise<void> {
  await scheduler.scheduleTask({
    id: RECORD_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    // Clusters are known by then.
    initialDelay: { seconds: 20 },
    timeout: { minutes: 10 },
    fn: signal => record(tasks, signal),
  });
  await scheduler.scheduleTask({
    id: FORGET_TASK,
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 10 },
    fn: () => forget(tasks),
  });
}

/** What fails is tried again a minute later, and keeps nothing else from it. */
async function record(
  { recorder, sender, logger }: HistoryTasks,
  signal: AbortSignal,
): Promise<void> {
  const attempt = async (act: () => Promise<void>, failure: string) => {
    try {
      await act();
    } catch (error) {
      if (!signal.aborted) logger.warn(`${failure} ${ownWords(error)}`);
    }
  };
  await attempt(
    () => recorder.look(signal),
    'What changed with volumes was not recorded.',
  );
  await attempt(() => sender.send(signal), 'Notifications were not sent.');
}

async function forget(tasks: HistoryTasks): Promise<void> {
  const before = tasks.now().getTime() - tasks.keptDays * DAY_MS;
  await tasks.store.forget(new Date(before).toISOString());
  await tasks.sender.forget();
}
