import type { KeyReasonCode, KeyState } from '../contract/api';
import type { KeyLook, LostKey } from './KeyLook';
import type { ClusterKeyUses, KeyUse } from './KeyUse';

/** What is known of one key of a KMS, or of one that should be there. */
export interface KeyEvidence {
  mount: string;
  /** In its folder, and below the mount. */
  name: string;
  path: string;
  look: KeyLook | undefined;
  /** What its metadata says, where it says that the key is gone. */
  lost?: LostKey;
  /** What looks for its key right here. */
  users: readonly KeyUse[];
  /** What else has its handle: snapshots, and what looks elsewhere. */
  namesakes: readonly KeyUse[];
  surroundings: KeySurroundings;
}

/** What is the same for all keys of a KMS. @public */
export interface KeySurroundings {
  kms: string;
  /** Of mounts of tenants, without slashes at the ends. */
  mountPrefix: string;
  /** Names of the clusters that the portal knows. */
  configured: ReadonlySet<string>;
  /** The clusters that use the KMS, or may. */
  clusters: readonly ClusterKeyUses[];
  /** Why a cluster's volumes are not known now, by its name. */
  unread: ReadonlyMap<string, string>;
}

/** A key's state and why. */
export interface KeyJudgement {
  state: KeyState;
  code: KeyReasonCode;
  message: string;
}

/** A judgement that something is not known. */
export function notKnown(code: KeyReasonCode, message: string): KeyJudgement {
  return { state: 'unknown', code, message };
}

/** An object in words. */
export function titleOfUse({ kind, name, of, cluster }: KeyUse): string {
  const whose = of ? ` (${of})` : '';
  return `${kind} ${name}${whose} of cluster "${cluster}"`;
}

/** Those of clusters that can be read now. */
export function readNow(
  uses: readonly KeyUse[],
  { unread }: KeySurroundings,
): KeyUse[] {
  return uses.filter(({ cluster }) => !unread.has(cluster));
}
