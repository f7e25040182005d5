import { Systems } from '../systems';
import {
  accountIn,
  clusterHolding,
  connectionsMap,
  indexOf,
} from '../inspection/__testUtils__/indexOf';
import { vaultNamed } from '../inspection/__testUtils__/vaultNamed';
import { IsolationRuns } from './IsolationRuns';

const VAULT = 'http://127.0.0.1:1';

async function runs() {
  const is = { now: new Date('2026-01-01T00:00:00Z') };
  const held = {
    ConfigMap: [connectionsMap({ sa: ['vaulttenantsa', VAULT] })],
    ServiceAccount: [accountIn('web')],
  };
  const clusters = [clusterHolding(held)];
  const kms = vaultNamed('vault', VAULT);
  const listMounts = jest.spyOn(kms, 'listMounts').mockResolvedValue([]);
  const made = new IsolationRuns({
    index: await indexOf(clusters),
    systems: new Systems({ clusters, kms: [kms] }),
    credentials: { all: async () => [] },
    now: () => is.now,
  });
  return { made, kms, listMounts, is };
}

afterEach(() => jest.useRealTimers());

it('looks once for all who ask at the same time, and for half a minute', async () => {
  const { made, kms, listMounts, is } = await runs();
  await Promise.all([made.latest(kms), made.latest(kms)]);
  await made.latest(kms);
  expect(listMounts).toHaveBeenCalledTimes(1);
  is.now = new Date('2026-01-01T00:00:31Z');
  expect((await made.latest(kms)).asked).toBe(1);
  expect(listMounts).toHaveBeenCalledTimes(2);
});

it('answers before it has looked at all, and says of whom it is not known yet', async () => {
  const { made, kms } = await runs();
  jest.useFakeTimers();
  jest.spyOn(kms.setup, 'authMounts').mockReturnValue(new Promise(() => {}));
  const asked = made.latest(kms);
  await jest.advanceTimersByTimeAsync(5_000);
  const { rows, asked: count } = await asked;
  expect(count).toBe(0);
  expect(rows).toEqual([
    {
      ...{ tenantId: 'prod.web', custody: 'vaulttenantsa', basis: 'unknown' },
      ...{ own: [], denied: 0, findings: [] },
      message: expect.stringContaining('not been looked at yet'),
    },
  ]);
});
