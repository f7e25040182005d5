import type { KmsView } from 'backstage-plugin-volume-encryption-common';
import { createKms } from '../vault/createKms';
import { KmsWatch } from './KmsWatch';

const ORDERS = 'component:default/orders';
const BILLS = 'component:default/bills';

let now = new Date('2026-01-01T00:00:00Z');
beforeEach(() => {
  now = new Date('2026-01-01T00:00:00Z');
});

/** A watch of one KMS, and all that it did in order. */
function watchOf(is: { state: KmsView['state'] }) {
  const done: string[] = [];
  const kms = {
    ...createKms({
      name: 'vault',
      address: 'http://127.0.0.1:1',
      otherAddresses: [],
      auth: { method: 'token', token: 'x' },
      mountPrefix: 'csi',
      tokenRole: 'csi-tenant',
      timeoutMs: 1000,
      maxConnections: 16,
    }),
    state: async () => {
      done.push('asked');
      return is.state;
    },
  };
  const watch = new KmsWatch({
    kms: [kms],
    kmsFacts: {
      renew: async ({ name }) => {
        done.push(`renewed ${name}`);
      },
    },
    now: () => now,
    tell: entityRefs => done.push(`told ${entityRefs}`),
  });
  return { watch, done, look: () => watch.look(kms) };
}

const view = (state: KmsView['state'], name = 'vault'): KmsView => ({
  name,
  state,
  address: 'http://127.0.0.1:1',
  peers: [],
  observedAt: '2026-01-01T00:00:00Z',
});

it('leaves a KMS alone that nobody looks at', async () => {
  const { watch, done, look } = watchOf({ state: 'sealed' });
  await look();
  watch.note(ORDERS, [view('active', 'another')]);
  watch.note(BILLS, []);
  await look();
  expect(done).toEqual([]);
});

it('tells those who were told otherwise, after it has asked anew', async () => {
  const { watch, done, look } = watchOf({ state: 'sealed' });
  watch.note(ORDERS, [view('active')]);
  watch.note(BILLS, [view('sealed')]);
  await look();
  expect(done).toEqual(['asked', 'renewed vault', `told ${ORDERS}`]);
});

it('tells of each change once, and of none where there is none', async () => {
  const is: { state: KmsView['state'] } = { state: 'active' };
  const { watch, done, look } = watchOf(is);
  watch.note(ORDERS, [view('active')]);
  await look();
  for (const state of ['unreachable', 'active'] as const) {
    is.state = state;
    await look();
    await look();
  }
  const told = ['renewed vault', `told ${ORDERS}`];
  expect(done.filter(it => it !== 'asked')).toEqual([...told, ...told]);
});

it('remembers what another page of the volumes rests on', async () => {
  const { watch, done, look } = watchOf({ state: 'sealed' });
  watch.note(ORDERS, [view('active')]);
  watch.note(ORDERS, [view('active', 'another')]);
  watch.note(ORDERS, []);
  await look();
  expect(done).toEqual(['asked', 'renewed vault', `told ${ORDERS}`]);
});

it('stops when nobody has looked for minutes', async () => {
  const { watch, done, look } = watchOf({ state: 'sealed' });
  watch.note(ORDERS, [view('active')]);
  now = new Date('2026-01-01T00:03:01Z');
  await look();
  expect(done).toEqual([]);
});
