import {
  unknown,
  type KeyDescription,
  type KmsView,
  type LoginPlace,
  type Observed,
  type RoleSettings,
} from 'backstage-plugin-volume-encryption-common';
import type { KeyInventory } from '../keyInventory/KeyInventory';
import {
  LATELY_MS,
  silenceOf,
  type Sources,
  type VolumeSources,
} from '../status';

const NOT_ASKED = unknown(
  'not-asked',
  'It is not asked for when all volumes are looked at. Open the volume to have it asked.',
);

/** What a look at all volumes rests on. */
export interface OverviewSources extends Sources {
  /** What of keys is looked at all the time. */
  keys: Pick<KeyInventory, 'absence' | 'orphanFindings'>;
}

/**
 * The sources as a look at all volumes uses them: what one call tells for many
 * volumes (a KMS, a role, a vendor's objects) is asked for once, and what takes one
 * for each volume or tenant is only known where it was seen lately. That a key is
 * gone is known of all.
 */
export function surveySources(
  { kmsFacts, secrets, credentials, keys, ...sources }: OverviewSources,
  deadline: Promise<void>,
): VolumeSources {
  const views = new Map<string, Promise<KmsView>>();
  const roles = new Map<string, Promise<Observed<RoleSettings | undefined>>>();
  const found = new Map<string, ReturnType<typeof credentials.find>>();
  const health: VolumeSources['kmsFacts']['health'] = kms =>
    once(views, kms.name, () => kmsFacts.health(kms, deadline));
  return {
    ...sources,
    kmsFacts: {
      health,
      role: (kms, place) =>
        once(roles, roleKey(kms.name, place), () =>
          kmsFacts.role(kms, place, deadline),
        ),
      key: async (kms, location) =>
        silenceOf(await health(kms, deadline)) ??
        newest(
          kmsFacts.recallKey(kms, location),
          keys.absence(kms.name, location),
        ) ??
        NOT_ASKED,
    },
    secrets: {
      read: async key => secrets.recall(key, LATELY_MS) ?? NOT_ASKED,
    },
    credentials: {
      find: id => once(found, id, () => credentials.find(id)),
    },
  };
}

type SeenKey = Observed<KeyDescription> | undefined;

function newest(one: SeenKey, other: SeenKey): SeenKey {
  if (one?.status !== 'observed') return other;
  if (other?.status !== 'observed') return one;
  return Date.parse(one.at) > Date.parse(other.at) ? one : other;
}

function roleKey(kms: string, { namespace, mount, role }: LoginPlace): string {
  return [kms, namespace, mount, role].join('\n');
}

function once<T>(known: Map<string, T>, key: string, ask: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = ask();
  known.set(key, answer);
  return answer;
}
