import {
  VolumeEncryptionError,
  type KeyDescription,
  type KmsView,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
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
    readMount: notAsked,
    ensureMount: notAsked,
    tokens: {
      creationPath: 'auth/token/create/csi-tenant',
      mint: notAsked,
      lookup: notAsked,
      revoke: notAsked,
    },
  };
  return { kms, health, describeKey, is };
}

const key = (name: string) => ({ mount: 'csi/prod.payments', name });

it('asks a KMS that does not answer once, and not for each key', async () => {
  const { kms, health, describeKey } = kmsThat({ state: 'unreachable' });
  const facts = new KmsFacts(() => now);
  const answers = await Promise.all(
    ['a', 'b', 'c'].map(name => facts.key(kms, key(name), never)),
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
  const before = await facts.key(kms, key('a'), never);
  expect(before).toMatchObject({ status: 'observed', value: present });
  is.state = 'sealed';
  now = new Date('2026-01-01T01:00:00Z');
  expect(await facts.key(kms, key('a'), never)).toEqual(before);
  expect(await facts.key(kms, key('b'), never)).toMatchObject({
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
    const ask = () => facts.key(kms, key('a'), never);
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
  expect(await facts.key(kms, key('a'), never)).toMatchObject({
    why: 'sealed',
  });
  is.state = 'active';
  await facts.renew(kms);
  expect(await facts.health(kms, atOnce)).toMatchObject({ state: 'active' });
  expect(await facts.key(kms, key('a'), never)).toMatchObject({
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
  expect(await facts.key(slow, key('a'), atOnce)).toMatchObject({
    status: 'unknown',
    why: 'timeout',
  });
});
