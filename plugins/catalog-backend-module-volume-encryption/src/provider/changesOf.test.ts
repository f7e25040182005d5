import type { Entity } from '@backstage/catalog-model';
import type { CatalogFact } from 'backstage-plugin-volume-encryption-common';
import { kmsFact, settings, tenantFact } from '../entity/testFacts';
import { catalogWith } from './testCatalog';
import { changesOf } from './changesOf';

const PAYMENTS = 'resource:default/kms-tenant.prod.payments';
const LEDGER = 'component:default/ledger';
const vault = kmsFact('vault');
const payments = tenantFact('prod', 'payments', {
  owner: 'group:default/payments',
  usedBy: [LEDGER],
});

/** What changes from the catalog of some facts to others, in short. */
function change(
  former: Map<string, Entity>,
  items: CatalogFact[],
  unread: string[] = [],
) {
  const facts = { items, unread: new Set(unread) };
  const { added, removed } = changesOf(facts, former, settings);
  return {
    added: added.map(({ metadata }) => metadata.name),
    removed,
    all: added,
  };
}

it('gives everything to a catalog that has nothing', () => {
  expect(change(new Map(), [vault, payments])).toMatchObject({
    added: ['kms.vault', 'kms-tenant.prod.payments'],
    removed: [],
  });
});

it('gives nothing where nothing changed', () => {
  const former = catalogWith(vault, payments);
  expect(change(former, [vault, payments])).toMatchObject({
    added: [],
    removed: [],
  });
});

it.each<[string, Partial<CatalogFact>]>([
  ['is used by another', { usedBy: [LEDGER, 'component:default/orders'] }],
  ['is used by nobody', { usedBy: [] }],
  ['serves another', { owner: 'group:default/insurance' }],
  ['serves nobody', { owner: undefined }],
  ['has its keys elsewhere', { dependsOn: ['kms/other'] }],
])('gives again only the tenant that %s', (_, changed) => {
  const former = catalogWith(vault, payments);
  expect(change(former, [vault, { ...payments, ...changed }])).toMatchObject({
    added: ['kms-tenant.prod.payments'],
    removed: [],
  });
});

it('takes away what was read and is gone', () => {
  const former = catalogWith(vault, payments);
  expect(change(former, [])).toMatchObject({
    added: [],
    removed: ['resource:default/kms.vault', PAYMENTS],
  });
});

describe('while a cluster cannot be read', () => {
  const former = catalogWith(vault, payments);
  const elsewhere = catalogWith(vault, tenantFact('edge', 'payments'));

  it('keeps what it had', () => {
    const changes = change(former, [vault], ['prod']);
    expect(changes).toMatchObject({ added: [], removed: [] });
  });

  it('takes away what is gone from another', () => {
    const { removed } = change(
      new Map([...former, ...elsewhere]),
      [vault],
      ['prod'],
    );
    expect(removed).toEqual(['resource:default/kms-tenant.edge.payments']);
  });

  it('keeps relations and owner that could not be read', () => {
    const bare = { ...payments, owner: undefined, usedBy: [], dependsOn: [] };
    expect(change(former, [vault, bare], ['prod']).added).toEqual([]);
  });

  it('adds to them what could be read', () => {
    const orders = 'component:default/orders';
    const more = { ...payments, usedBy: [orders] };
    const { all } = change(former, [vault, more], ['prod']);
    expect(all).toMatchObject([{ spec: { dependencyOf: [LEDGER, orders] } }]);
  });

  it('keeps who uses a KMS: that is read from all clusters', () => {
    const used = catalogWith(kmsFact('vault', [LEDGER]));
    expect(change(used, [vault], ['edge']).added).toEqual([]);
    expect(change(used, [vault], []).added).toEqual(['kms.vault']);
  });

  it('takes away a KMS that is not configured any more', () => {
    const { removed } = change(former, [payments], ['prod']);
    expect(removed).toEqual(['resource:default/kms.vault']);
  });
});
