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
  handoverName,
  wrappedTokenSecret,
} from './tokenSecret';

const LOOK_EVERY_MS = 1_000;
const WAIT_AT_MOST_MS = 60_000;

/** The Secret that Ceph CSI reads, and where to put what becomes its token. */
export interface HandOver {
  credentialId: string;
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
 * Throws `taken-by-other` when somebody else had taken the token out before;
 * `timeout` when nobody takes it out; `conflict` when what held it was deleted.
 */
export async function handOver(
  { credentialId, place, token, wrapping }: HandOver,
  { kms, cluster }: Parts,
): Promise<void> {
  const held = { ...place, name: handoverName(place.name) };
  const secret = wrappedTokenSecret(held, { credentialId, token });
  try {
    await cluster.writer.apply(secret, {});
    await untilTaken({ credentialId, place, held }, { kms, cluster });
  } finally {
    await clearAway(held, wrapping, { kms, cluster });
  }
}

async function untilTaken(
  its: {
    credentialId: string;
    place: HandOver['place'];
    held: HandOver['place'];
  },
  { kms, cluster: { reader } }: Parts,
): Promise<void> {
  const { tokenWrapTtl = 0 } = kms.custodyNames;
  const waitMs = Math.min(tokenWrapTtl * 1000, WAIT_AT_MOST_MS);
  const names = (secret: SecretMetadata | undefined, annotation: string) =>
    secret?.meta.annotations[annotation] === its.credentialId;
  for (let waited = 0; waited <= waitMs; waited += LOOK_EVERY_MS) {
    const placed = await reader.get('Secret', its.place);
    if (names(placed, ANNOTATION_CREDENTIAL)) return;
    const held = await reader.get('Secret', its.held);
    if (names(held, ANNOTATION_UNWRAP_REFUSED)) {
      throw takenByOther(its, kms.name);
    }
    if (!names(held, ANNOTATION_CREDENTIAL)) throw lost(its);
    await sleep(LOOK_EVERY_MS);
  }
  throw notTaken(its, waitMs);
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
    `The wrapped token for namespace "${namespace}" had been taken out by somebody else before it came into the tenant's Secret. It was ended, and the former token was left in force. Look in the audit log of Vault "${kms}" who called sys/wrapping/unwrap, then run it again.`,
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
