import { setTimeout as sleep } from 'node:timers/promises';
import {
  VolumeEncryptionError,
  type SecretMetadata,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Cluster,
  Kms,
  SecretText,
} from 'backstage-plugin-volume-encryption-node';
import {
  ANNOTATION_CREDENTIAL,
  ANNOTATION_UNWRAP_REFUSED,
  ANNOTATION_UNWRAPPED,
  handoverName,
  unwrappedMark,
  wrappedTokenSecret,
} from './tokenSecret';

const LOOK_EVERY_MS = 1_000;
const WAIT_AT_MOST_MS = 60_000;

/** The Secret that Ceph CSI reads, and where to put what becomes its token. */
export interface HandOver {
  credentialId: string;
  /** Of the token that is wrapped. */
  accessor: string;
  /** The Secret that Ceph CSI reads. */
  place: { namespace: string; name: string };
  /** What gives the token once. */
  token: SecretText;
  /** Its accessor. */
  wrapping: string;
}

type Parts = { kms: Kms; cluster: Pick<Cluster, 'reader' | 'writer'> };

/**
 * Puts a wrapped token beside the tenant's Secret and waits until it was taken
 * out in the cluster and put into that Secret
 * (`deploy/kubernetes/token-unwrapper.yaml`). Afterwards nothing is left of the
 * wrapping, however it ended.
 *
 * Throws `taken-by-other` when somebody else had taken the token out before, or
 * it is another that came into the Secret; `timeout` when nobody takes it out;
 * `conflict` when what held it was deleted, or nothing says which token it is.
 */
export async function handOver(
  { credentialId, accessor, place, token, wrapping }: HandOver,
  { kms, cluster }: Parts,
): Promise<void> {
  const held = { ...place, name: handoverName(place.name) };
  const secret = wrappedTokenSecret(held, { credentialId, token });
  try {
    await cluster.writer.apply(secret, {});
    const its = { credentialId, accessor, place, held };
    await untilTaken(its, { kms, cluster });
  } finally {
    await clearAway(held, wrapping, { kms, cluster });
  }
}

type Waiting = Pick<HandOver, 'credentialId' | 'accessor' | 'place'> & {
  held: HandOver['place'];
};

async function untilTaken(
  its: Waiting,
  { kms, cluster: { reader } }: Parts,
): Promise<void> {
  const { tokenWrapTtl = 0 } = kms.custodyNames;
  const waitMs = Math.min(tokenWrapTtl * 1000, WAIT_AT_MOST_MS);
  const names = (secret: SecretMetadata | undefined, annotation: string) =>
    secret?.meta.annotations[annotation] === its.credentialId;
  for (let waited = 0; waited <= waitMs; waited += LOOK_EVERY_MS) {
    const placed = await reader.get('Secret', its.place);
    if (placed && names(placed, ANNOTATION_CREDENTIAL)) {
      requireOurs(placed, its, kms.name);
      return;
    }
    const held = await reader.get('Secret', its.held);
    if (names(held, ANNOTATION_UNWRAP_REFUSED)) {
      throw takenByOther(its, kms.name);
    }
    if (!names(held, ANNOTATION_CREDENTIAL)) throw lost(its);
    await sleep(LOOK_EVERY_MS);
  }
  throw notTaken(its, waitMs);
}

/** Whoever held the wrapping may have put another in its place. */
function requireOurs(
  { meta }: SecretMetadata,
  { accessor, place: { namespace, name } }: Waiting,
  kms: string,
): void {
  const mark = meta.annotations[ANNOTATION_UNWRAPPED];
  if (mark === unwrappedMark(accessor)) return;
  if (mark === undefined) {
    throw new VolumeEncryptionError(
      'conflict',
      `Nothing says which token came into Secret ${namespace}/${name}: token-unwrapper is of an older version, or somebody wrote the Secret. Apply deploy/kubernetes/token-unwrapper.yaml again, then run this again.`,
    );
  }
  throw new VolumeEncryptionError(
    'taken-by-other',
    `Another token came into Secret ${namespace}/${name} than was minted for it: somebody put a wrapping of his own in the place of ours. The minted one was ended, and the former one left in force. Look in the audit log of Vault "${kms}" who called sys/wrapping/unwrap, and in that of the cluster who wrote the Secrets, then run it again: that puts a new token into the Secret.`,
  );
}

/** What fails here ends by itself with the wrapping, and hides no other error. */
async function clearAway(
  held: HandOver['place'],
  wrapping: string,
  { kms, cluster: { reader, writer } }: Parts,
): Promise<void> {
  try {
    await kms.tokens.revoke(wrapping, {});
    const secret = await reader.get('Secret', held);
    if (secret) {
      const { uid } = secret.meta;
      await writer.delete({ kind: 'Secret', ...held, uid }, {});
    }
  } catch {
    // The next hand-over writes over it.
  }
}

function takenByOther(
  { held: { namespace } }: { held: HandOver['place'] },
  kms: string,
): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'taken-by-other',
    `The wrapped token for namespace "${namespace}" had been taken out, or exchanged for something else, by somebody else before it came into the tenant's Secret. It was ended, and the former token was left in force. Look in the audit log of Vault "${kms}" who called sys/wrapping/unwrap, then run it again.`,
  );
}

function lost({
  held: { namespace, name },
}: {
  held: HandOver['place'];
}): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'conflict',
    `Secret ${namespace}/${name}, which held the wrapped token, was written or deleted by somebody else before the token was taken out. The former token was left in force. Run it again.`,
  );
}

function notTaken(
  { held: { namespace, name } }: { held: HandOver['place'] },
  waitMs: number,
): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'timeout',
    `Nothing took the wrapped token out of Secret ${namespace}/${name} within ${waitMs / 1000} seconds: see in the cluster that token-unwrapper runs (deploy/kubernetes/token-unwrapper.yaml) and reaches the KMS. The former token was left in force. Run it again.`,
  );
}
