import type {
  ChangeSeen,
  OwnerConcerned,
} from 'backstage-plugin-volume-encryption-common';
import type { EntitiesByVolume } from './entitiesByVolume';
import type { FollowedThing, Outcome } from './FollowedThing';
import { subjectKey, type Subject } from './Subject';

/** What is known of volumes, to tell whom something concerns. */
export interface KnownVolumes {
  volumes: readonly Pick<FollowedThing, 'subject' | 'owner'>[];
  entities: EntitiesByVolume;
}

/** Changes with whom they concern. */
export function concernedBy(
  changes: readonly Outcome['changes'][number][],
  known: KnownVolumes,
): ChangeSeen[] {
  const bySource = new Map<
    string,
    readonly KnownVolumes['volumes'][number][]
  >();
  return changes.map(change => {
    if (change.kind === 'volume') {
      const entities = known.entities.get(subjectKey(change)) ?? [];
      return { ...change, entities };
    }
    const key = subjectKey(change);
    const volumes =
      bySource.get(key) ??
      known.volumes.filter(({ subject }) => restsOn(subject, change));
    bySource.set(key, volumes);
    const entities = entitiesOf(volumes, known);
    return change.kind === 'kms'
      ? { ...change, entities, owners: ownersOf(volumes, known) }
      : { ...change, entities };
  });
}

function restsOn(volume: Subject, of: Subject): boolean {
  switch (of.kind) {
    case 'kms':
      return volume.kms === of.kms;
    case 'tenant':
      return volume.cluster === of.cluster && volume.namespace === of.namespace;
    default:
      return volume.cluster === of.cluster;
  }
}

function entitiesOf(
  volumes: KnownVolumes['volumes'],
  { entities }: KnownVolumes,
): string[] {
  const refs = volumes.flatMap(
    ({ subject }) => entities.get(subjectKey(subject)) ?? [],
  );
  return [...new Set(refs)];
}

function ownersOf(
  volumes: KnownVolumes['volumes'],
  known: KnownVolumes,
): OwnerConcerned[] {
  const byOwner = new Map<string, KnownVolumes['volumes'][number][]>();
  for (const volume of volumes) {
    if (volume.owner === undefined) continue;
    const its = byOwner.get(volume.owner);
    if (its) its.push(volume);
    else byOwner.set(volume.owner, [volume]);
  }
  return [...byOwner].map(([owner, its]) => ({
    ...{ owner, volumes: its.length },
    entity: entitiesOf(its, known).at(0),
  }));
}
