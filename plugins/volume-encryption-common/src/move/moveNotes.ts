import type { Protection, Reason } from '../contract/api';
import { LABEL_KUBERNETES_ID } from '../contract/annotations';
import { cephDriverOf } from '../driver/driverProfiles';
import { classNotes } from '../plan/requireEncryptedClass';
import type { MoveContext } from './moveContext';
import { moveNote } from './moveNote';
import type { MoveRequest, MoveState } from './moveRequest';

/** What is to be known before the first step. */
export function moveNotes(
  context: MoveContext,
  { request, state }: { request: MoveRequest; state: MoveState },
  protection: Protection,
): Reason[] {
  const { storageClass, claim } = context;
  const isCeph = cephDriverOf(storageClass.provisioner) !== undefined;
  return [
    ...sourceNotes(protection),
    ...useNotes(context, state),
    ...userNotes(request, state),
    ...(isCeph ? classNotes(storageClass) : []),
    moveNote(
      'move-both-at-once',
      'info',
      `Until the old volume is deleted both count: the quota of namespace "${claim.meta.namespace}" must hold them, and a node must be able to have both at a time, so they must not be in zones apart.`,
    ),
    ...(isCeph && claim.volumeMode === 'Filesystem'
      ? [
          moveNote(
            'move-smaller-inside',
            'info',
            'The header of the encryption may take 16 MiB of the new volume. If the old one is full to the brim, ask for a larger size.',
          ),
        ]
      : []),
    ...policyNotes(context),
    moveNote(
      'move-clear-remains',
      'warning',
      'What was written in clear stays readable on the disks, in snapshots and in backups until it is written over or deleted there: without a key nothing can be made unreadable by destroying one.',
    ),
  ];
}

function sourceNotes({ verdict, reasons }: Protection): Reason[] {
  if (verdict !== 'unknown') return [];
  const why = reasons.map(({ message }) => message).join(' ');
  return [
    moveNote(
      'move-source-unknown',
      'warning',
      `Whether the old volume is encrypted is not known, so the move may be for nothing. ${why}`,
    ),
  ];
}

function useNotes(context: MoveContext, { facts, kubernetesId }: MoveState) {
  const { users, claim } = context;
  const isLabelled = claim.meta.labels[LABEL_KUBERNETES_ID] === kubernetesId;
  const notes: Reason[] = [];
  if (facts.pods.status === 'unknown') {
    notes.push(
      moveNote(
        'move-use-unknown',
        'warning',
        `Which pods use the old volume could not be read: ${facts.pods.detail} Find and stop them yourself.`,
      ),
    );
  }
  if (users.pods.length > 0) {
    notes.push(
      moveNote(
        'move-in-use',
        'warning',
        `The old volume is in use by ${users.pods.join(', ')}: they have to be stopped before the copy starts, and stay so until the switch.`,
      ),
    );
  }
  if (!isLabelled) {
    notes.push(
      moveNote(
        'move-hidden-when-stopped',
        'info',
        `Claim "${claim.meta.name}" may be this component's by its pods only, and be missing on its page while they are stopped. Keep the plan, or label the claim ${LABEL_KUBERNETES_ID}=${kubernetesId}.`,
      ),
    );
  }
  if (claim.accessModes.includes('ReadWriteOncePod')) {
    notes.push(
      moveNote(
        'move-one-pod',
        'info',
        'ReadWriteOncePod: the Job starts only when no other pod has either of the claims.',
      ),
    );
  }
  return notes;
}

/** Of a namespace of OpenShift: the users that its pods may have. */
const USER_RANGE = 'openshift.io/sa.scc.uid-range';

function userNotes(request: MoveRequest, { namespace }: MoveState): Reason[] {
  const range = namespace?.meta.annotations[USER_RANGE];
  if (range === undefined || request.runAsUser !== undefined) return [];
  return [
    moveNote(
      'move-user-of-range',
      'warning',
      `OpenShift lets the Job run as root only where its ServiceAccount may use the SCC anyuid. Otherwise give runAsUser, the user of the namespace's range (${USER_RANGE}) that the files belong to.`,
    ),
  ];
}

function policyNotes({ volume }: MoveContext): Reason[] {
  if (volume.reclaimPolicy !== 'Delete') return [];
  return [
    moveNote(
      'move-back-by-policy',
      'warning',
      `The reclaim policy of PersistentVolume "${volume.meta.name}" is Delete: without the step that sets Retain there is no way back once its claim is deleted.`,
    ),
  ];
}
