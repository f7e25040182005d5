import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { handleOf, inventoryOf } from './__testUtils__/inventoryOf';

it('says what it looked at and when, and before it looked that it did not', async () => {
  const { look, list } = await inventoryOf(
    2,
    async ({ mount }) => new Set(mount.endsWith('0') ? [handleOf(0)] : []),
  );
  expect(await list()).toMatchObject({
    states: { unknown: 2, present: 0, missing: 0, orphan: 0 },
    incomplete: true,
    problems: [{ source: 'kms', code: 'kms-unread' }],
  });
  await look();
  const { items, looks, problems, incomplete } = await list();
  expect(items.map(({ state, tenant: id }) => [state, id])).toEqual([
    ['missing', 'prod.team-1'],
    ['present', 'prod.team-0'],
  ]);
  expect(looks).toMatchObject({ folders: 2, done: 2, failed: 0 });
  expect(looks.oldestAt).toBe(looks.newestAt);
  expect([problems, incomplete]).toEqual([[], false]);
});

it('asks a few at a time, and each folder in its turn', async () => {
  let running = 0;
  let most = 0;
  const { kms, look, list } = await inventoryOf(1_600, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    return new Set();
  });
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'Date'] });
  const run = async () => {
    const done = look();
    let isDone = false;
    void done.finally(() => (isDone = true));
    while (!isDone) {
      await new Promise(setImmediate);
      jest.advanceTimersByTime(200);
    }
  };
  await run();
  expect(most).toBe(4);
  expect(kms.listKeys).toHaveBeenCalledTimes(1_500);
  expect((await list()).looks).toMatchObject({ folders: 1_600, done: 1_500 });
  await run();
  jest.useRealTimers();
  const asked = new Set(
    jest.mocked(kms.listKeys).mock.calls.map(([{ mount }]) => mount),
  );
  expect(asked.size).toBe(1_600);
  expect((await list()).looks).toMatchObject({ done: 1_600, failed: 0 });
});

it('asks for no list of a request', async () => {
  const { kms, look, list, inventory } = await inventoryOf(1);
  await look();
  jest.mocked(kms.listKeys).mockClear();
  await list();
  await inventory.whole('vault', {});
  await inventory.orphanFindings();
  expect(kms.listKeys).not.toHaveBeenCalled();
});

it('a mount of another engine has no missing keys, for nothing is known of them', async () => {
  const { kms, look, list } = await inventoryOf(1);
  kms.readMount = async () => ({ type: 'kv', version: '1' });
  await look();
  expect(await list()).toMatchObject({
    items: [{ state: 'unknown', code: 'key-unread' }],
    looks: { failed: 1 },
    incomplete: true,
    problems: [{ code: 'key-unread' }],
  });
});

it('where there is no mount any more, the keys are missing', async () => {
  const { kms, look, list, inventory } = await inventoryOf(1);
  kms.readMount = async () => undefined;
  await look();
  expect((await list()).items).toMatchObject([{ state: 'missing' }]);
  const location = { mount: 'csi/prod.team-0', name: handleOf(0) };
  expect(inventory.absence('vault', location)).toMatchObject({
    value: { presence: 'absent' },
  });
});

it.each<[string, VolumeEncryptionError]>([
  ['sealed', new VolumeEncryptionError('kms-sealed', 'It is sealed.')],
  ['gone', new VolumeEncryptionError('kms-unreachable', 'It is gone.')],
])(
  'while the KMS is %s nothing is present or missing, and it is asked once',
  async (_, error) => {
    const { kms, look, list } = await inventoryOf(
      8,
      async ({ mount }) => new Set([handleOf(Number(mount.at(-1)))]),
    );
    await look();
    expect((await list()).states).toMatchObject({ present: 8 });
    kms.listKeys = jest.fn(async () => {
      throw error;
    });
    await look();
    expect(await list()).toMatchObject({
      states: { unknown: 8, present: 0 },
      problems: [{ source: 'kms', message: error.message }],
    });
    expect(jest.mocked(kms.listKeys).mock.calls.length).toBeLessThanOrEqual(4);
  },
);

it('a folder that may not be listed costs its own keys', async () => {
  const { look, list } = await inventoryOf(2, async ({ mount }) => {
    if (mount.endsWith('0')) return new Set([handleOf(0)]);
    throw new VolumeEncryptionError('kms-denied', 'No right.');
  });
  await look();
  expect(await list()).toMatchObject({
    states: { present: 1, unknown: 1 },
    problems: [
      { code: 'key-unread', message: expect.stringContaining('No right.') },
    ],
  });
});

it('a key that was deleted softly is missing, although its name is listed', async () => {
  const { kms, look, list, inventory } = await inventoryOf(
    1,
    async () => new Set([handleOf(0)]),
  );
  kms.describeKey = async () => ({ presence: 'soft-deleted' });
  await look();
  expect((await list()).items).toMatchObject([{ state: 'missing' }]);
  const location = { mount: 'csi/prod.team-0', name: handleOf(0) };
  expect(inventory.absence('vault', location)).toMatchObject({
    value: { presence: 'soft-deleted' },
  });
  kms.describeKey = async () => ({ presence: 'present' });
  await look();
  expect((await list()).items).toMatchObject([{ state: 'present' }]);
  expect(inventory.absence('vault', location)).toBeUndefined();
});

it('finds keys of nothing in mounts of former tenants, and filters', async () => {
  const { kms, look, list, inventory } = await inventoryOf(
    1,
    async ({ mount }) => new Set([handleOf(mount.endsWith('former') ? 7 : 0)]),
  );
  kms.listMounts = async () => ['prod.former', 'gone.team'];
  await look();
  expect((await list({ state: 'orphan' })).items).toMatchObject([
    { name: handleOf(7), tenant: 'prod.former' },
  ]);
  expect(await list({ search: 'PROD.FORMER' })).toMatchObject({
    total: 1,
    states: { orphan: 1, present: 0 },
  });
  expect((await list({ search: 'pv-0', state: 'orphan' })).total).toBe(0);
  expect(await inventory.orphanFindings()).toMatchObject([
    { keys: 1, kms: 'vault' },
  ]);
  await expect(
    inventory.list('other', {}, { limit: 1, offset: 0 }),
  ).rejects.toThrow('There is no KMS "other"');
});
