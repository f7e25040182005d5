import {
  valueOf,
  VolumeEncryptionError,
  type KeyDescription,
  type KmsView,
  type RoleSettings,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { custodyNamesOf } from '../vault/custodyNames';
import { KmsFacts } from './KmsFacts';

const never = new Promise<void>(() => {});
const atOnce = Promise.resolve();
const present: KeyDescription = { presence: 'present' };

let now = new Date('2026-01-01T00:00:00Z');
beforeEach(() => {
  now = new Date('2026-01-01T00:00:00Z');
});

/** A KMS whose state can be changed, and that counts what it is asked. */
function kmsThat(is: { state: KmsView['state'] }) {
  const health = jest.fn(async (): Promise<KmsView> => ({
    name: 'vault',
    address: 'https://vault',
    state: is.state,
    peers: [],
    observedAt: now.toISOString(),
  }));
  const describeKey = jest.fn(async (): Promise<KeyDescription> => {
    if (is.state === 'active') return present;
    throw new VolumeEncryptionError('kms-sealed', 'It is sealed.');
  });
  const listed = new Set(['a']);
  const listKeys = jest.fn(async (): Promise<ReadonlySet<string>> => listed);
  const readAuthRole = jest.fn(async (): Promise<RoleSettings | undefined> => ({
    audience: 'a',
  }));
  const notAsked = async () => {
    throw new Error('not asked in this test');
  };
  const kms: Kms = {
    name: 'vault',
    addresses: ['https://vault'],
    mountPrefix: 'csi',
    health,
    state: async () => is.state,
    describeKey,
    listKeys,
    listFolders: notAsked,
    readMount: notAsked,
    readMountConfig: notAsked,
    listMounts: notAsked,
    ensureMount: notAsked,
    capabilities: { own: notAsked, ofAccessor: notAsked },
    setup: {
      readPolicy: notAsked,
      authMounts: notAsked,
      readAuthRole,
      readAuthConfig: notAsked,
      readTokenRole: notAsked,
    },
    custodyNames: custodyNamesOf({ mountPrefix: 'csi', tokenRole: 'r' }),
    tokens: {
      creationPath: 'auth/token/create/csi-tenant',
      mint: notAsked,
      renew: notAsked,
      lookup: notAsked,
      revoke: notAsked,
    },
  };
  return { kms, health, describeKey, listKeys, readAuthRole, listed, is };
}

const key = (name: string) => ({ mount: 'csi/prod.payments', name });

it('asks a KMS that does not answer once, and not for each key', async () => {
  const { kms, health, describeKey } = kmsThat({ state: 'unreachable' });
  const facts = new KmsFacts(() => now);
  const answers = await Promise.all(
    ['a', 'b', 'c'].map(name => facts.key(kms, key(name), { deadline: never })),
  );
  expect(answers).toMatchObject([
    { why: 'unreachable' },
    { why: 'unreachable' },
    { why: 'unreachable' },
  ]);
  expect(health).toHaveBeenCalledTimes(1);
  expect(describeKey).not.toHaveBeenCalled();
});

it('keeps what was known of a key, with its age, while the KMS is sealed', async () => {
  const { kms, is } = kmsThat({ state: 'active' });
  const facts = new KmsFacts(() => now);
  const before = await facts.key(kms, key('a'), { deadline: never });
  expect(before).toMatchObject({ status: 'observed', value: present });
  is.state = 'sealed';
  now = new Date('2026-01-01T01:00:00Z');
  expect(await facts.key(kms, key('a'), { deadline: never })).toEqual(before);
  expect(await facts.key(kms, key('b'), { deadline: never })).toMatchObject({
    status: 'unknown',
    why: 'sealed',
  });
  expect(await facts.health(kms, never)).toMatchObject({ state: 'sealed' });
});

it.each(['absent', 'soft-deleted'] as const)(
  'sees at once that a key which was %s is there',
  async presence => {
    const { kms, describeKey } = kmsThat({ state: 'active' });
    const facts = new KmsFacts(() => now);
    const ask = () => facts.key(kms, key('a'), { deadline: never });
    describeKey.mockResolvedValueOnce({ presence });
    expect(await ask()).toMatchObject({ value: { presence } });
    expect(await ask()).toMatchObject({ value: present });
    await ask();
    expect(describeKey).toHaveBeenCalledTimes(2);
  },
);

it('asks anew for all that rests on a KMS which has changed', async () => {
  const { kms, is } = kmsThat({ state: 'active' });
  const facts = new KmsFacts(() => now);
  await facts.health(kms, never);
  is.state = 'sealed';
  expect(await facts.key(kms, key('a'), { deadline: never })).toMatchObject({
    why: 'sealed',
  });
  is.state = 'active';
  await facts.renew(kms);
  expect(await facts.health(kms, atOnce)).toMatchObject({ state: 'active' });
  expect(await facts.key(kms, key('a'), { deadline: never })).toMatchObject({
    value: present,
  });
});

it('says that it does not know how a KMS is that is slow to answer', async () => {
  const { kms } = kmsThat({ state: 'active' });
  const facts = new KmsFacts(() => now);
  const slow = { ...kms, health: () => new Promise<KmsView>(() => {}) };
  expect(await facts.health(slow, atOnce)).toMatchObject({
    name: 'vault',
    state: 'unknown',
  });
  expect(await facts.key(slow, key('a'), { deadline: atOnce })).toMatchObject({
    status: 'unknown',
    why: 'timeout',
  });
});

describe('a key that is asked for by its list', () => {
  const minutes = (n: number) => {
    now = new Date(now.getTime() + n * 60_000);
  };
  function asked() {
    const known = kmsThat({ state: 'active' });
    const facts = new KmsFacts(() => now);
    const ask = (name = 'a') =>
      facts.key(known.kms, key(name), { deadline: never, byList: true });
    return { ...known, facts, ask };
  }

  it('is as its metadata said, and as old as that, while it is listed', async () => {
    const { ask, describeKey, listKeys } = asked();
    const first = await ask();
    expect(first).toMatchObject({ value: present, at: now.toISOString() });
    minutes(1);
    expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
    expect(describeKey).toHaveBeenCalledTimes(1);
    expect(listKeys.mock.calls).toEqual([
      [{ mount: 'csi/prod.payments', folder: '' }, {}],
    ]);
  });

  it('is asked for again before its fact is outdated', async () => {
    const { ask, describeKey } = asked();
    await ask();
    minutes(4);
    expect(await ask()).toMatchObject({ at: now.toISOString() });
    expect(describeKey).toHaveBeenCalledTimes(2);
  });

  it.each(['absent', 'destroyed'] as const)(
    'is asked for, and said to be %s, when it is listed no more',
    async presence => {
      const { ask, describeKey, listed } = asked();
      await ask();
      minutes(1);
      listed.clear();
      describeKey.mockResolvedValue({ presence });
      expect(await ask()).toMatchObject({ value: { presence } });
      listed.add('a');
      expect(await ask()).toMatchObject({ value: { presence } });
    },
  );

  it('is asked for where the list is denied', async () => {
    const { ask, describeKey, listKeys } = asked();
    listKeys.mockRejectedValue(
      new VolumeEncryptionError('kms-denied', 'It may not list.'),
    );
    await ask();
    minutes(1);
    expect(await ask()).toMatchObject({ at: now.toISOString() });
    minutes(1);
    describeKey.mockRejectedValue(
      new VolumeEncryptionError('kms-denied', 'It may not ask.'),
    );
    expect(await ask()).toMatchObject({ status: 'unknown', why: 'denied' });
  });

  it('is asked for after its KMS has changed', async () => {
    const { ask, describeKey, facts, kms } = asked();
    await ask();
    await facts.renew(kms);
    await ask();
    expect(describeKey).toHaveBeenCalledTimes(2);
  });

  it('is asked for where the list will not do', async () => {
    const { ask, describeKey, facts, kms } = asked();
    await ask();
    minutes(1);
    await facts.key(kms, key('a'), { deadline: never });
    expect(describeKey).toHaveBeenCalledTimes(2);
  });

  it('is looked for in its own folder', async () => {
    const { ask, listKeys } = asked();
    await ask('ceph-csi/a');
    minutes(1);
    await ask('ceph-csi/a');
    expect(listKeys).toHaveBeenCalledWith(
      { mount: 'csi/prod.payments', folder: 'ceph-csi' },
      {},
    );
  });
});

/**
 * Calls in an hour in which all volumes are looked at each minute: lists by
 * tenant, and the metadata of each key once in four minutes.
 */
it.each([
  [10, 1],
  [50, 1],
  [500, 1],
  [10, 5],
  [50, 5],
  [500, 5],
])('costs few calls an hour for %i volumes of %i tenants', async (n, t) => {
  const { kms, health, describeKey, listKeys, listed } = kmsThat({
    state: 'active',
  });
  const facts = new KmsFacts(() => now);
  for (let volume = 0; volume < n; volume++) listed.add(`v-${volume}`);
  for (let minute = 0; minute < 60; minute++) {
    const views = Array.from({ length: n }, (_, volume) => {
      const mount = `csi/prod.team-${volume % t}`;
      const asking = { deadline: never, byList: true };
      return facts.key(kms, { mount, name: `v-${volume}` }, asking);
    });
    const told = await Promise.all(views);
    expect(told.every(fact => valueOf(fact) === present)).toBe(true);
    now = new Date(now.getTime() + 60_000);
  }
  expect(health).toHaveBeenCalledTimes(60);
  expect(listKeys).toHaveBeenCalledTimes(45 * t);
  expect(describeKey).toHaveBeenCalledTimes(15 * n);
});

describe('the role that ServiceAccounts log in to', () => {
  const place = { mount: 'kubernetes', role: 'csi-tenant', namespace: '' };
  const rounds = (facts: KmsFacts, kms: Kms) =>
    Promise.all([1, 2, 3].map(() => facts.role(kms, place, never)));

  it('is asked for once for all tenants of it', async () => {
    const { kms, readAuthRole } = kmsThat({ state: 'active' });
    const facts = new KmsFacts(() => now);
    await rounds(facts, kms);
    expect((await rounds(facts, kms))[0]).toMatchObject({
      status: 'observed',
      value: { audience: 'a' },
    });
    expect(readAuthRole).toHaveBeenCalledTimes(1);
    await facts.role(kms, { ...place, role: 'other' }, never);
    expect(readAuthRole).toHaveBeenCalledTimes(2);
  });

  it('is missed at once, and seen at once when it is made', async () => {
    const { kms, readAuthRole } = kmsThat({ state: 'active' });
    const facts = new KmsFacts(() => now);
    readAuthRole.mockResolvedValueOnce(undefined);
    const [missed] = await rounds(facts, kms);
    expect(missed).toMatchObject({ status: 'observed', value: undefined });
    expect(readAuthRole).toHaveBeenCalledTimes(1);
    const [seen] = await rounds(facts, kms);
    expect(seen).toMatchObject({ value: { audience: 'a' } });
  });

  it('is not known where the KMS denies it, and as of then while it is sealed', async () => {
    const { kms, readAuthRole, is } = kmsThat({ state: 'active' });
    const facts = new KmsFacts(() => now);
    const [before] = await rounds(facts, kms);
    is.state = 'sealed';
    now = new Date('2026-01-01T01:00:00Z');
    expect(await facts.role(kms, place, never)).toEqual(before);
    is.state = 'active';
    await facts.renew(kms);
    const denied = new VolumeEncryptionError('kms-denied', 'No right.');
    readAuthRole.mockRejectedValueOnce(denied);
    expect(await facts.role(kms, place, never)).toMatchObject({
      status: 'unknown',
      why: 'denied',
    });
  });
});
