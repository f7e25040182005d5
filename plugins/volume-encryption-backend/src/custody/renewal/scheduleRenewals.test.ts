import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import knexFactory, { type Knex } from 'knex';
import { RENEWAL_TASK, scheduleRenewals } from './scheduleRenewals';

// A replica looks for work every five seconds.
jest.setTimeout(60_000);

let folder: string;
const connections: Knex[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'schedule-'));
});
afterEach(async () => {
  for (const knex of connections.splice(0)) await knex.destroy();
  await rm(folder, { recursive: true });
});

/** Backstage's own scheduler of one replica, on the database of all. */
function startReplica() {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: path.join(folder, 'plugin.sqlite') },
    useNullAsDefault: true,
  });
  connections.push(knex);
  const rootLifecycle = mockServices.rootLifecycle.mock();
  const scheduler = DefaultSchedulerService.create({
    database: mockServices.database({ knex }),
    logger: mockServices.logger.mock(),
    metrics: metricsServiceMock.mock(),
    rootLifecycle,
    httpRouter: mockServices.httpRouter.mock(),
    pluginMetadata: { getId: () => 'volume-encryption' },
  });
  const stop = () =>
    rootLifecycle.addShutdownHook.mock.calls.forEach(([hook]) => hook());
  return { scheduler, stop };
}

it('renews on one of two replicas at a time', async () => {
  const replicas = [startReplica(), startReplica()];
  const running = { now: 0, most: 0, runs: 0 };
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  let begun = () => {};
  const first = new Promise<void>(resolve => {
    begun = resolve;
  });
  const renewals = {
    run: async () => {
      running.runs += 1;
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      begun();
      await held;
      running.now -= 1;
    },
  };
  for (const { scheduler } of replicas) {
    const atOnce: SchedulerService = Object.assign(Object.create(scheduler), {
      scheduleTask: (task: Parameters<SchedulerService['scheduleTask']>[0]) =>
        scheduler.scheduleTask({ ...task, initialDelay: undefined }),
    });
    await scheduleRenewals(atOnce, renewals);
  }
  await first;
  // Twice the time in which the other one looks for work.
  await new Promise(resolve => setTimeout(resolve, 11_000));
  await expect(replicas[1].scheduler.triggerTask(RENEWAL_TASK)).rejects.toThrow(
    /running/,
  );
  expect(running).toEqual({ now: 1, most: 1, runs: 1 });
  release();
  replicas.forEach(({ stop }) => stop());
});
