import {
  ANNOTATION_OWNER,
  LABEL_KUBERNETES_ID,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { afterEvents } from './__testUtils__/afterEvents';
import {
  claimsOfClass,
  claimsOfStem,
  claimsWithId,
  countVolumesOfClass,
  eventsAbout,
  namespacesServing,
  podsOfClaim,
  podsWithId,
} from './lookUp';
import { reduceSnapshot } from './reduceSnapshot';
import { all } from './Table';

const sorted = (
  objects: readonly { meta: { namespace: string; name: string } }[],
) => objects.map(({ meta }) => `${meta.namespace}/${meta.name}`).sort();

describe.each([1, 2, 3, 4, 5])('what is looked up after events %i', seed => {
  const snapshot = afterEvents(seed);
  const { tables } = snapshot;
  const claims = all(tables.PersistentVolumeClaim);
  const pods = all(tables.Pod);
  const isOf =
    (id: string) => (object: { meta: PersistentVolumeClaim['meta'] }) =>
      object.meta.labels[LABEL_KUBERNETES_ID] === id;

  it('is what a look at every object finds', () => {
    expect(claims.length).toBeGreaterThan(0);
    for (const id of ['ledger', 'shop', 'none']) {
      expect(sorted(claimsWithId(snapshot, id))).toEqual(
        sorted(claims.filter(isOf(id))),
      );
      expect(sorted(podsWithId(snapshot, id))).toEqual(
        sorted(pods.filter(isOf(id))),
      );
    }
    for (const name of ['fast', 'slow', 'none']) {
      expect(sorted(claimsOfClass(snapshot, name))).toEqual(
        sorted(claims.filter(it => it.storageClassName === name)),
      );
    }
    expect(sorted(claimsOfStem(snapshot, 'orders/data-db'))).toEqual(
      sorted(
        claims.filter(
          ({ meta }) =>
            meta.namespace === 'orders' && meta.name.startsWith('data-db-'),
        ),
      ),
    );
  });

  it('is counted as a look at every volume counts', () => {
    for (const name of ['fast', 'slow', undefined]) {
      expect(countVolumesOfClass(snapshot, name)).toBe(
        all(tables.PersistentVolume).filter(it => it.storageClassName === name)
          .length,
      );
    }
  });

  it('is what a claim, and the events about it, are found by', () => {
    for (const claim of claims) {
      const { namespace, name } = claim.meta;
      expect(sorted(podsOfClaim(tables.Pod, claim))).toEqual(
        sorted(
          pods.filter(
            pod =>
              pod.meta.namespace === namespace && pod.claimNames.includes(name),
          ),
        ),
      );
      expect(sorted(eventsAbout(tables.Event, claim))).toEqual(
        sorted(
          all(tables.Event).filter(
            ({ about }) =>
              about.kind === claim.kind &&
              about.namespace === namespace &&
              about.name === name,
          ),
        ),
      );
    }
  });

  it('is the namespaces that serve an owner', () => {
    for (const owner of ['group:default/a', 'group:default/b']) {
      expect(sorted(namespacesServing(snapshot, owner))).toEqual(
        sorted(
          all(tables.Namespace).filter(
            ({ meta }) => meta.annotations[ANNOTATION_OWNER] === owner,
          ),
        ),
      );
    }
  });

  it('is the same as after one list of it all', () => {
    const told = {
      kind: 'PersistentVolumeClaim',
      event: { type: 'replaced', objects: claims },
      at: '2026-01-01T00:00:00Z',
    } as const;
    const listed = reduceSnapshot(snapshot, told).snapshot.tables;
    const groupsIn = (table: typeof listed.PersistentVolumeClaim) =>
      [...table.groups.members]
        .map(([key, group]) => [key, ...sorted(group)])
        .sort();
    expect(groupsIn(listed.PersistentVolumeClaim)).toEqual(
      groupsIn(tables.PersistentVolumeClaim),
    );
  });
});
