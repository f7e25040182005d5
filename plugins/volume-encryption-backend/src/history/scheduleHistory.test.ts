import { mockServices } from '@backstage/backend-test-utils';
import {
  FORGET_TASK,
  RECORD_TASK,
  scheduleHistory,
  type HistoryTasks,
} from './scheduleHistory';

const signal = new AbortController().signal;

async function scheduled() {
  const scheduler = mockServices.scheduler.mock();
  const tasks = {
    recorder: { look: jest.fn(async () => {}) },
    sender: { send: jest.fn(async () => {}), forget: jest.fn(async () => {}) },
    store: { forget: jest.fn(async (_: string) => {}) },
    logger: mockServices.logger.mock(),
    keptDays: 400,
    now: () => new Date('2026-11-29T08:00:00.000Z'),
  } satisfies HistoryTasks;
  await scheduleHistory(scheduler, tasks);
  const run = async (id: string) => {
    const all = scheduler.scheduleTask.mock.calls.map(([task]) => task);
    const task = all.find(it => it.id === id);
    expect(task?.scope).toBe('global');
    await task?.fn(signal);
  };
  return { ...tasks, run };
}

it('sends what is due also when the look fails, without the words of others', async () => {
  const { recorder, sender, logger, run } = await scheduled();
  recorder.look.mockRejectedValue(new Error('token hvs.canary'));
  sender.send.mockRejectedValue(new Error('token hvs.canary'));
  await run(RECORD_TASK);
  expect(sender.send).toHaveBeenCalledTimes(1);
  expect(logger.warn.mock.calls).toEqual([
    ['What changed with volumes was not recorded. It failed unexpectedly.'],
    ['Notifications were not sent. It failed unexpectedly.'],
  ]);
});

it('forgets what is older than it is kept', async () => {
  const { store, sender, run } = await scheduled();
  await run(FORGET_TASK);
  expect(store.forget.mock.calls).toEqual([['2025-10-25T08:00:00.000Z']]);
  expect(sender.forget).toHaveBeenCalledTimes(1);
});
