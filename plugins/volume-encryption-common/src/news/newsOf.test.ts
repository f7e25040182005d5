import type { ChangeSeen } from './ChangeSeen';
import { newsOf } from './newsOf';

const PLATFORM = 'group:default/platform';
const PAYMENTS = 'group:default/payments';
const ORDERS = 'group:default/orders';

function lostKey(changes: Partial<ChangeSeen> = {}): ChangeSeen {
  return {
    kind: 'volume',
    cluster: 'prod',
    namespace: 'payments',
    claim: 'ledger-data',
    what: 'remount',
    from: 'ready',
    to: 'blocked',
    reasons: ['key-missing'],
    owner: PAYMENTS,
    entities: ['component:default/ledger'],
    ...changes,
  };
}

const token: ChangeSeen = {
  kind: 'tenant',
  cluster: 'prod',
  namespace: 'payments',
  custody: 'vaulttokens',
  kms: 'vault',
  what: 'credential',
  from: 'live',
  to: 'expiring',
  reasons: ['tenant-token-expiring'],
  owner: PAYMENTS,
  entities: ['component:default/ledger'],
};

const sealed: ChangeSeen = {
  kind: 'kms',
  kms: 'vault',
  what: 'kms',
  from: 'serving',
  to: 'sealed',
  reasons: ['kms-sealed'],
  entities: ['component:default/ledger', 'component:default/shop'],
  owners: [
    { owner: PAYMENTS, volumes: 2, entity: 'component:default/ledger' },
    { owner: ORDERS, volumes: 1, entity: 'component:default/shop' },
  ],
};

it('tells the owner of a volume, with what to do', () => {
  expect(newsOf([lostKey()], PLATFORM)).toEqual([
    expect.objectContaining({
      recipients: [PAYMENTS],
      topic: 'volumes',
      severity: 'high',
      title: 'Volume ledger-data would not mount again',
      description: expect.stringMatching(
        /^Namespace payments of cluster prod\. Save the data/,
      ),
      entity: 'component:default/ledger',
    }),
  ]);
});

it('tells the platform team of a volume that nobody owns, or nobody', () => {
  const change = lostKey({ owner: undefined, entities: [] });
  expect(newsOf([change], PLATFORM)).toMatchObject([
    { recipients: [PLATFORM] },
  ]);
  expect(newsOf([change], undefined)).toEqual([]);
});

it('tells of the recovery in the place of the trouble', () => {
  const [trouble] = newsOf([lostKey()], undefined);
  const [recovery] = newsOf(
    [lostKey({ from: 'blocked', to: 'ready', reasons: [] })],
    undefined,
  );
  expect(recovery).toMatchObject({
    severity: 'low',
    title: 'Volume ledger-data would mount again',
    scope: trouble.scope,
  });
});

it.each([
  ['at first sight', { what: 'first-seen', from: undefined, to: 'none' }],
  ['of an answer that was not told before', { from: undefined }],
  ['of what is gone', { what: 'gone', from: undefined, to: undefined }],
  [
    'that a pod began to use it',
    { what: 'state', from: 'prepared', to: 'active' },
  ],
  ['that it is not known any more', { from: 'ready', to: 'unknown' }],
] as const)('tells nobody %s', (_, changes) => {
  expect(newsOf([lostKey({ ...changes })], PLATFORM)).toEqual([]);
});

it('tells of a credential its owner and the platform team, once', () => {
  expect(newsOf([token], PLATFORM)).toMatchObject([
    {
      recipients: [PAYMENTS, PLATFORM],
      topic: 'credentials',
      severity: 'normal',
      title: 'The credential of tenant payments on prod ends soon',
    },
  ]);
  expect(
    newsOf([{ ...token, owner: PLATFORM }], PLATFORM)[0].recipients,
  ).toEqual([PLATFORM]);
});

it('tells each owner of a sealed KMS only of his own volumes', () => {
  const news = newsOf([sealed], PLATFORM);
  expect(news.map(({ recipients }) => recipients)).toEqual([
    [PLATFORM],
    [PAYMENTS],
    [ORDERS],
  ]);
  const [platform, payments, orders] = news;
  expect(platform.entity).toBeUndefined();
  expect(payments.entity).toBe('component:default/ledger');
  expect(orders.description).toContain('1 of your volumes has its key there');
  expect(`${orders.title} ${orders.description}`).not.toMatch(
    /payments|ledger/,
  );
});

it('tells only the platform team of a KMS that the portal does not reach', () => {
  const news = newsOf([{ ...sealed, to: 'unreachable' }], PLATFORM);
  expect(news.map(({ recipients }) => recipients)).toEqual([[PLATFORM]]);
});

it('makes one message of many changes alike', () => {
  const many = Array.from({ length: 1000 }, (_, at) =>
    lostKey({ claim: `claim-${at}`, owner: at < 997 ? PAYMENTS : ORDERS }),
  );
  const news = newsOf(many, PLATFORM);
  expect(news.map(({ recipients, title }) => [...recipients, title])).toEqual([
    [PAYMENTS, '997 volumes: each would not mount again'],
    [ORDERS, 'Volume claim-997 would not mount again'],
    [ORDERS, 'Volume claim-998 would not mount again'],
    [ORDERS, 'Volume claim-999 would not mount again'],
  ]);
});

it('says what a volume is now and was before', () => {
  const [news] = newsOf(
    [
      lostKey({
        what: 'protection',
        from: 'volume/customer-key',
        to: 'none',
        reasons: [],
      }),
    ],
    undefined,
  );
  expect(news.title).toBe('Volume ledger-data is not encrypted');
  expect(news.description).toContain(
    "Before, it was encrypted with a customer's key.",
  );
});
