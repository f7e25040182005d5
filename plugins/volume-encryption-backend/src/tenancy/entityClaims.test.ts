import {
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_OWNER,
  LABEL_KUBERNETES_ID,
} from 'backstage-plugin-volume-encryption-common';
import { claimOf, namespaceOf } from '../__testUtils__/objects';
import { componentOf } from '../__testUtils__/startPortal';
import { emptySnapshot, reduceSnapshot } from '../volumeIndex';
import { entityClaims, namespacesToOnboard } from './entityClaims';

const labels = { [LABEL_KUBERNETES_ID]: 'ledger', app: 'ledger' };
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
