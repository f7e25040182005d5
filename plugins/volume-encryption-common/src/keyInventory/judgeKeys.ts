import type { KmsKey } from '../contract/api';
import { handleIn } from './cephHandle';
import { judgeKey } from './judgeKey';
import type { KeySurroundings } from './KeyEvidence';
import {
  folderKey,
  type KeyFolder,
  type KeyLook,
  type LostKey,
} from './KeyLook';
import { keyNextSteps } from './keyReason';
import type { ClusterKeyUses, KeyUse } from './KeyUse';
import type { UsesOfKms } from './matchListing';
import { tenantOfMount } from './tenantOfMount';

/** What is known of the keys of one KMS. @public */
export interface KmsKeyFacts {
  kms: string;
  mountPrefix: string;
  /** Every cluster that the portal knows. */
  clusters: readonly ClusterKeyUses[];
  uses: UsesOfKms;
  /** By {@link folderKey}. */
  looks: ReadonlyMap<string, KeyLook>;
  /** By mount and path, as {@link folderKey} puts them. */
  lost: ReadonlyMap<string, LostKey>;
}

const NONE: readonly never[] = [];

/** The keys of one folder: those that are listed, and those that should be. @public */
export function judgeFolder(
  key: string,
  facts: KmsKeyFacts,
  surroundings: KeySurroundings,
): KmsKey[] {
  const look = facts.looks.get(key);
  const expected = facts.uses.byFolder.get(key);
  const of = look ?? expected?.of;
  if (!of) return [];
  const names = new Set([
    ...(look?.listing?.names ?? NONE),
    ...(expected?.byName.keys() ?? NONE),
  ]);
  return [...names].flatMap(name => {
    const users = expected?.byName.get(name) ?? NONE;
    return judgeOne({ name, users, of, look }, facts, surroundings);
  });
}

function judgeOne(
  key: {
    name: string;
    users: readonly KeyUse[];
    of: KeyFolder;
    look: KeyLook | undefined;
  },
  { uses, lost }: KmsKeyFacts,
  surroundings: KeySurroundings,
): KmsKey[] {
  const { name, users, of, look } = key;
  const { mount, folder } = of;
  const path = folder ? `${folder}/${name}` : name;
  const sameHandle = uses.byHandle.get(handleIn(name) ?? name) ?? NONE;
  const namesakes = sameHandle.filter(it => !users.includes(it));
  const judgement = judgeKey({
    ...{ mount, name, path, look, users, namesakes, surroundings },
    lost: lost.get(folderKey({ mount, folder: path })),
  });
  if (!judgement) return [];
  const { kms, mountPrefix } = surroundings;
  return [
    {
      ...{ kms, mount, name: path },
      ...judgement,
      nextStep: keyNextSteps[judgement.code],
      tenant: tenantOfMount(mountPrefix, mount)?.id,
      users: [...users, ...namesakes].map(shownUse),
      observedAt: look?.listing?.at,
    },
  ];
}

function shownUse({
  cluster,
  kind,
  name,
  of,
}: KeyUse): KmsKey['users'][number] {
  return { cluster, kind, name, of };
}

/** What is the same for all keys of the KMS. @public */
export function surroundingsOf({
  kms,
  mountPrefix,
  clusters,
  uses,
  looks,
}: KmsKeyFacts): KeySurroundings {
  const mounts = [...looks.values()].map(({ mount }) => mount);
  const withMounts = new Set(
    mounts.flatMap(it => tenantOfMount(mountPrefix, it)?.cluster ?? []),
  );
  const mayUse = ({ cluster, kms: its }: ClusterKeyUses) =>
    its === undefined ||
    its.has(kms) ||
    withMounts.has(cluster) ||
    uses.clusters.has(cluster);
  const unread = clusters.flatMap(({ cluster, unread: why }) =>
    why === undefined ? [] : [[cluster, why] as const],
  );
  return {
    kms,
    mountPrefix,
    configured: new Set(clusters.map(({ cluster }) => cluster)),
    clusters: clusters.filter(mayUse),
    unread: new Map(unread),
  };
}
