import type { Custody } from '../contract/api';
import type { EncryptedAnswer } from '../driver/volumeAnswer';
import type { SecretName } from '../kubernetes/objects';
import type { Evidence } from './evidence';
import type { VolumeRecord } from './volumeRecord';

type Judged = Extract<VolumeRecord, { state: 'judged' }>;

/** Of a volume that is not encrypted, by whatever driver. */
export const NO_KEY: Custody = {
  kind: 'none',
  summary: 'There is no key: the volume is not encrypted.',
  credential: 'none',
  reasons: [],
};

/** Who holds the key of a volume of another driver than Ceph CSI. */
export function judgedCustody(judged: Judged, evidence: Evidence): Custody {
  const { answer, finding } = judged;
  switch (answer.says) {
    case 'encrypted':
      return holderOf(answer, judged, evidence);
    case 'unencrypted':
      return NO_KEY;
    default:
      return {
        kind: 'unknown',
        summary: 'Who holds the key is not known.',
        credential: 'unknown',
        reasons: [finding],
      };
  }
}

function holderOf(
  answer: EncryptedAnswer,
  { profile }: Judged,
  evidence: Evidence,
): Custody {
  const { holder } = profile.knowledge;
  switch (answer.holder) {
    case 'secret':
      return inSecret(answer, evidence);
    case 'provider':
      return held('held-by-provider', `The provider holds the key. ${holder}`);
    case 'array':
      return held(
        'held-by-array',
        'The storage array or its key manager holds the key.',
      );
    case 'node':
      return held('held-on-node', 'The key is a file on the node.');
    case 'kms':
      return held(
        'held-by-kms',
        `A key of the customer is in force. ${holder}`,
      );
    default:
      return {
        kind: 'unknown',
        summary: 'The volume is encrypted; who holds the key is not known.',
        credential: 'unknown',
        reasons: [
          { code: 'holder-not-known', severity: 'warning', message: holder },
        ],
      };
  }
}

function held(kind: Custody['kind'], summary: string): Custody {
  return { kind, summary, credential: 'unknown', reasons: [] };
}

function inSecret(
  { secret, isSecretOfVolume }: EncryptedAnswer,
  { facts }: Evidence,
): Custody {
  const place = secret
    ? `the Secret "${secret.name}" in the namespace "${secret.namespace}"`
    : 'a Secret';
  const isShared = secret && !isSecretOfVolume && isSharedSecret(secret, facts);
  if (!isShared) {
    return {
      kind: 'held-in-secret',
      summary: `The passphrase of this volume is in ${place}.`,
      credential: 'secret',
      reasons: [],
    };
  }
  return {
    kind: 'shared-passphrase',
    summary: `The passphrase is in ${place}, which is not this volume's alone.`,
    credential: 'secret',
    sharedBy: facts.volumesOfSecret,
    reasons: [
      {
        code: 'passphrase-shared',
        severity: 'warning',
        grade: 'E2',
        message: `The Secret is named by the class, not by the volume; ${counted(facts.volumesOfSecret)}. Who can read it can open all of them.`,
      },
    ],
  };
}

function counted(volumes: number | undefined): string {
  return volumes === undefined
    ? 'how many volumes it opens is not known'
    : `volumes that name it: ${volumes}`;
}

/**
 * A Secret that more volumes name is shared. One that only this volume names is
 * its own only if its name says so: a class's template (`${pvc.name}`) puts the
 * claim or the volume into it, and a fixed one waits for the next volume.
 */
function isSharedSecret(
  { name, namespace }: SecretName,
  { claim, volumesOfSecret = 1 }: Evidence['facts'],
): boolean {
  const isOfClaim =
    namespace === claim.meta.namespace && name.includes(claim.meta.name);
  const isOfVolume = Boolean(
    claim.volumeName && name.includes(claim.volumeName),
  );
  return volumesOfSecret > 1 || !(isOfClaim || isOfVolume);
}
