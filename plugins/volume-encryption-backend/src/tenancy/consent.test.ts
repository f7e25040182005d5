import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_OWNER,
  VolumeEncryptionError,
  type Namespace,
} from 'backstage-plugin-volume-encryption-common';
import { namespaceOf } from '../__testUtils__/objects';
import { emptySnapshot, reduceSnapshot } from '../volumeIndex';
import { consentOf } from './consent';

const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
const at = '2026-01-01T00:00:00Z';

const ledger: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger' },
  // What its author writes is not what counts.
  spec: { owner: 'group:default/insurance' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments' },
    { type: 'partOf', targetRef: 'group:default/platform' },
  ],
};

function withNamespaces(objects: Namespace[]) {
  const event = { type: 'replaced', objects } as const;
  return reduceSnapshot(empty, { kind: 'Namespace', event, at }).snapshot;
}

function serving(owner: string) {
  return withNamespaces([namespaceOf('team', { [ANNOTATION_OWNER]: owner })]);
}

describe('the consent of a namespace to an entity', () => {
  it.each([
    ['group:default/payments', 'given'],
    ['Group:Default/Payments', 'given'],
    ['payments', 'given'],
    ['group:default/insurance', 'refused'],
    ['group:default/platform', 'refused'],
    ['user:default/payments', 'refused'],
    ['', 'not-a-tenant'],
    ['group:default/', 'not-a-tenant'],
  ])('that serves %j is %s', (owner, consent) => {
    expect(consentOf(ledger, serving(owner), 'team')).toBe(consent);
  });

  it('that names nobody, or is not there, is none', () => {
    const snapshot = withNamespaces([namespaceOf('team')]);
    expect(consentOf(ledger, snapshot, 'team')).toBe('not-a-tenant');
    expect(consentOf(ledger, snapshot, 'toString')).toBe('not-a-tenant');
  });

  it('is none for an entity without an owner', () => {
    const orphan = { ...ledger, relations: undefined };
    const snapshot = serving('group:default/payments');
    expect(consentOf(orphan, snapshot, 'team')).toBe('refused');
  });

  it('is unknown when namespaces could not be read', () => {
    expect(consentOf(ledger, empty, 'team')).toBe('unknown');
    const error = new VolumeEncryptionError('cluster-denied', 'No.');
    const { snapshot } = reduceSnapshot(serving('group:default/payments'), {
      kind: 'Namespace',
      event: { type: 'failed', error },
      at,
    });
    expect(consentOf(ledger, snapshot, 'team')).toBe('unknown');
  });
});
