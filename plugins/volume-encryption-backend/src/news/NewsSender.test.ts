import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import knexFactory, { type Knex } from 'knex';
import { NewsSender } from './NewsSender';
import { notificationOf, recordNews } from './recordNews';

const one: NotificationSendOptions = {
  recipients: { type: 'entity', entityRef: ['group:default/payments'] },
  payload: { title: 'A volume is blocked' },
};

let knex: Knex;
let clock: number;
const now = () => new Date(clock);
const logger = mockServices.logger.mock();
const send = jest.fn(async (_: NotificationSendOptions) => {});
const signal = new AbortController().signal;

const newSender = () =>
  NewsSender.create({
    database: mockServices.database({ knex, migrations: { skip: true } }),
    ...{ notifications: { send }, logger, now },
  });

const record = (news: NotificationSendOptions[]) =>
  knex.transaction(tx => recordNews(tx, news, now().toISOString()));

beforeEach(async () => {
  jest.clearAllMocks();
  send.mockImplementation(async () => {});
  clock = Date.parse('2026-11-29T08:00:00.000Z');
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await knex.migrate.latest({
    directory: path.resolve(__dirname, '../../migrations'),
  });
});
afterEach(() => knex.destroy());

it('sends each once, whichever replica does', async () => {
  const senders = [await newSender(), await newSender()];
  await record([one]);
  await Promise.all(senders.map(it => it.send(signal)));
  await senders[0].send(signal);
  expect(send.mock.calls).toEqual([[one]]);
});

it('tries again what failed, and says so once until it goes', async () => {
  const sender = await newSender();
  await record([one, one]);
  send.mockRejectedValue(new Error('token hvs.canary'));
  await sender.send(signal);
  await sender.send(signal);
  expect(send).toHaveBeenCalledTimes(2);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('canary');
  send.mockResolvedValue();
  await sender.send(signal);
  expect(send).toHaveBeenCalledTimes(4);
  await sender.send(signal);
  expect(send).toHaveBeenCalledTimes(4);
});

it('takes over from one who died over it, after a while', async () => {
  const sender = await newSender();
  await record([one]);
  await knex('history_news').update({ claimed_at: now().toISOString() });
  await sender.send(signal);
  expect(send).not.toHaveBeenCalled();
  clock += 121_000;
  await sender.send(signal);
  expect(send).toHaveBeenCalledTimes(1);
});

it('does not send what is a day old, and forgets it', async () => {
  const sender = await newSender();
  await record([one]);
  clock += 24 * 60 * 60_000 + 1;
  await sender.send(signal);
  expect(send).not.toHaveBeenCalled();
  await sender.forget();
  expect(await knex('history_news')).toEqual([]);
});

it('keeps titles and scopes within what is kept of them', () => {
  const claim = 'c'.repeat(253);
  const { payload } = notificationOf(
    {
      ...{ recipients: [], topic: 'volumes', severity: 'high' },
      title: `Volume ${claim} would not mount again`,
      ...{ description: '', scope: claim, isOfMany: false },
      about: { kind: 'volume', what: 'remount', reasons: [], entities: [] },
    },
    '/link',
  );
  expect(payload.title).toHaveLength(250);
  expect(payload.scope).toHaveLength(64);
});
