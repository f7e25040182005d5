import {
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_OWNER,
  claimsOfEntity,
  LABEL_KUBERNETES_ID,
} from 'backstage-plugin-volume-encryption-common';
import { claimOf, namespaceOf } from '../__testUtils__/objects';
import { componentOf } from '../__testUtils__/startPortal';
import {
  all,
  emptySnapshot,
  inOrder,
  reduceSnapshot,
  type ClusterSnapshot,
} from '../volumeIndex';
import { afterEvents } from '../volumeIndex/__testUtils__/afterEvents';
import { consentingNamespaces } from './consent';
import { entityClaims } from './entityClaims';
import { namespacesToOnboard } from './namespacesToOnboard';

const labels: Record<string, string> = {
  [LABEL_KUBERNETES_ID]: 'ledger',
  app: 'ledger',
};
const at = '2026-01-01T00:00:00Z';

/** Namespaces that serve payments, insurance and nobody, each with a claim. */
function snapshot() {
  const owners = { ours: 'payments', theirs: 'insurance', fresh: '' };
  const names = Object.entries(owners);
  const namespaces = names.map(([name, owner]) =>
    namespaceOf(name, { [ANNOTATION_OWNER]: owner }),
  );
  const claims = names.map(([name]) => claimOf(`${name}/data`, { labels }));
  const { snapshot: withNamespaces } = reduceSnapshot(
    emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' }),
    { kind: 'Namespace', event: { type: 'replaced', objects: namespaces }, at },
  );
  return reduceSnapshot(withNamespaces, {
    kind: 'PersistentVolumeClaim',
    event: { type: 'replaced', objects: claims },
    at,
  }).snapshot;
}

const byId = componentOf('ledger', 'payments');
const bySelector = (selector: string) =>
  componentOf('prowler', 'payments', {
    [ANNOTATION_KUBERNETES_LABEL_SELECTOR]: selector,
  });

it.each([
  ['its id', byId],
  ['its selector', bySelector('app=ledger')],
  ['a selector that matches everything', bySelector('!nothing')],
])('an entity has the claims of %s where it has consent only', (_, entity) => {
  const claims = entityClaims(entity, snapshot());
  expect(claims.map(({ meta }) => meta.namespace)).toEqual(['ours']);
});

it('an entity hears of namespaces that carry its id and serve nobody', () => {
  expect(namespacesToOnboard(byId, snapshot())).toEqual(['fresh']);
});

// Else its author could find out the names and labels of all of them.
it.each(['!nothing', 'app', 'app=ledger'])(
  'an entity hears of none by the selector %s',
  selector => {
    expect(namespacesToOnboard(bySelector(selector), snapshot())).toEqual([]);
  },
);

describe.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'the claims of an entity after events %i',
  seed => {
    const known = afterEvents(seed);

    it.each([
      ['its id', componentOf('ledger', 'a')],
      ['an id that nothing carries', componentOf('none', 'a')],
      [
        'its selector',
        componentOf('shop', 'b', {
          [ANNOTATION_KUBERNETES_LABEL_SELECTOR]: '!none',
        }),
      ],
    ])('by %s are those that a look at everything finds', (_, entity) => {
      const consenting = new Set(consentingNamespaces(entity, known));
      const isMeant = ({ meta }: { meta: { namespace: string } }) =>
        consenting.has(meta.namespace);
      expect(entityClaims(entity, known)).toEqual(
        inOrder(
          claimsOfEntity({
            annotations: entity.metadata.annotations ?? {},
            cluster: known.cluster,
            claims: all(known.tables.PersistentVolumeClaim).filter(isMeant),
            pods: all(known.tables.Pod).filter(isMeant),
          }),
        ),
      );
    });
  },
);

describe('the list of an entity', () => {
  function after(known: ClusterSnapshot, ref: string, carried = labels) {
    const meta = { labels: carried, resourceVersion: '2' };
    const object = claimOf(ref, meta);
    const event = { type: 'changed', object } as const;
    return reduceSnapshot(known, { kind: 'PersistentVolumeClaim', event, at })
      .snapshot;
  }

  it('is the very same until a claim with its id changes', () => {
    const known = snapshot();
    const first = entityClaims(byId, known);
    const { [LABEL_KUBERNETES_ID]: _, ...others } = labels;
    for (const ref of ['theirs/logs', 'ours/logs']) {
      expect(entityClaims(byId, after(known, ref, others))).toBe(first);
    }
    const changed = entityClaims(byId, after(known, 'ours/data'));
    expect(changed.map(({ meta }) => meta.resourceVersion)).toEqual(['2']);
  });

  it('is the very same for a selector until its namespaces change', () => {
    const known = snapshot();
    const entity = bySelector('app=ledger');
    const first = entityClaims(entity, known);
    expect(entityClaims(entity, after(known, 'theirs/data'))).toBe(first);
    expect(entityClaims(entity, after(known, 'ours/logs'))).toHaveLength(2);
  });

  it('is another as soon as the entity selects otherwise', () => {
    const known = snapshot();
    const entity = bySelector('app=ledger');
    expect(entityClaims(entity, known)).toHaveLength(1);
    expect(entityClaims(bySelector('app=none'), known)).toEqual([]);
  });

  it('is another as soon as a namespace serves another', () => {
    const known = snapshot();
    expect(entityClaims(byId, known)).toHaveLength(1);
    const object = namespaceOf('ours', { [ANNOTATION_OWNER]: 'insurance' });
    const event = { type: 'changed', object } as const;
    const told = { kind: 'Namespace', event, at } as const;
    expect(entityClaims(byId, reduceSnapshot(known, told).snapshot)).toEqual(
      [],
    );
  });
});
