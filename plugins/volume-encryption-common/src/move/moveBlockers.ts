import { connectionLink } from '../assessment/connectionLink';
import { credentialLink } from '../assessment/credentialLink';
import { readEvidence } from '../assessment/evidence';
import type { LinkFinding } from '../assessment/linkFinding';
import { reasonOfLink } from '../assessment/linkFinding';
import type { Protection, Reason } from '../contract/api';
import { isVolumeEncryptionError } from '../contract/errors';
import { cephDriverOf } from '../driver/driverProfiles';
import { resolveCustody } from '../keyCustody/keyCustody';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import type { StorageClass } from '../kubernetes/objects';
import type { ClaimManifest } from '../plan/claimManifest';
import { requireOurs } from '../plan/ownership';
import { requireModesOfDriver } from '../plan/requireEncryptedClass';
import { requireSameClaim } from '../plan/requireSameClaim';
import { blocker, type MoveCode } from './moveNote';
import type { MoveRequest, MoveState } from './moveRequest';

/** What a look for something in the way is about. */
interface Looked {
  request: MoveRequest;
  state: MoveState;
  storageClass: StorageClass;
  newClaim: ClaimManifest;
  protection: Protection;
}

/** In the order in which they have to be mended. */
const CHECKS: readonly ((looked: Looked) => Reason | undefined)[] = [
  notBound,
  ending,
  encryptedAlready,
  notWritable,
  taken,
  rootRefused,
  refused,
];

/** All that is in the way of a move, and what may be. */
export function moveBlockers(looked: Looked): Reason[] {
  return [
    ...CHECKS.flatMap(check => check(looked) ?? []),
    ...accessOf(looked).filter(({ severity }) => severity === 'error'),
  ];
}

/**
 * What a new volume of the class needs for its key: its connection, and the
 * credential of the namespace. By the same looks as of a volume that is there.
 */
export function accessOf({ state, storageClass }: Looked): Reason[] {
  const { facts, target } = state;
  const asked = cephDriverOf(storageClass.provisioner)?.readEncryption(
    storageClass.parameters,
  );
  if (!asked) return [];
  const evidence = {
    ...readEvidence({ ...facts, ...target }),
    custody: resolveCustody({
      ...{ asked, volumeHandle: '', connections: target.connections },
      tenantConfigMap: target.tenant.configMap,
    }),
  };
  const links: (LinkFinding | undefined)[] = [
    connectionLink(evidence),
    credentialLink(evidence),
  ];
  return links
    .flatMap(link => (link ? reasonOfLink(link) : []))
    .filter(({ severity }) => severity !== 'ok');
}

function notBound({ state: { facts } }: Looked): Reason | undefined {
  const { claim, volume } = facts;
  const { name } = claim.meta;
  if (volume.status === 'unknown') {
    return blocker(
      'move-volume-unread',
      `The volume of claim "${name}" could not be read: ${volume.detail}`,
    );
  }
  const isBound = volume.value && isVolumeOfClaim(volume.value, claim);
  if (isBound && claim.phase === 'Bound') return undefined;
  return blocker(
    'move-not-bound',
    `Claim "${name}" is ${claim.phase} and has no volume of its own, so there is nothing to copy. A claim that waits can be deleted and made anew in the encrypted class.`,
  );
}

function ending({ state: { facts } }: Looked): Reason | undefined {
  const { name, deletedAt } = facts.claim.meta;
  if (!deletedAt) return undefined;
  return blocker(
    'move-claim-ends',
    `Claim "${name}" is being deleted, and goes when the last pod lets go of it. Save its data by a backup first.`,
  );
}

function encryptedAlready({ state, protection }: Looked): Reason | undefined {
  if (!protection.verdict.startsWith('volume/')) return undefined;
  return blocker(
    'move-already-encrypted',
    `The volume of claim "${state.facts.claim.meta.name}" is encrypted already (${protection.verdict}, evidence ${protection.grade}). There is nothing to move.`,
  );
}

const WRITABLE = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'];

function notWritable({ storageClass, newClaim }: Looked): Reason | undefined {
  const { accessModes } = newClaim.spec;
  if (!accessModes.some(it => WRITABLE.includes(it))) {
    return blocker(
      'move-cannot-be-written',
      'The old claim is ReadOnlyMany only, so nothing could be written to a new one alike. Make the new claim and the copy by hand.',
    );
  }
  return where('move-cannot-be-written', () =>
    requireModesOfDriver(storageClass, newClaim),
  );
}

function taken({ request, state, newClaim }: Looked): Reason | undefined {
  const { existing } = state;
  if (newClaim.metadata.name === request.claim) {
    return blocker(
      'move-new-claim-taken',
      'newClaim is the name of the claim itself. Give another one.',
    );
  }
  return where('move-new-claim-taken', () => {
    requireOurs(existing);
    if (existing) requireSameClaim(existing, newClaim);
  });
}

const ENFORCED = 'pod-security.kubernetes.io/enforce';

/** Pod Security Standards, `restricted`: no pod runs as root. */
function rootRefused({ request, state }: Looked): Reason | undefined {
  const enforced = state.namespace?.meta.labels[ENFORCED];
  if (enforced !== 'restricted' || request.runAsUser !== undefined) {
    return undefined;
  }
  return blocker(
    'move-no-root',
    `Namespace "${request.namespace}" lets no pod run as root (${ENFORCED}=restricted). Give runAsUser, the user that the files belong to; files of other users then fail the copy.`,
  );
}

function refused({ state: { refusal } }: Looked): Reason | undefined {
  return refusal === undefined
    ? undefined
    : blocker('move-new-claim-refused', refusal);
}

/** What another operation would throw, as something in the way. */
function where(code: MoveCode, act: () => void): Reason | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!isVolumeEncryptionError(error)) throw error;
    return blocker(code, error.message);
  }
}
