import { stringify } from 'yaml';
import { assessVolume } from '../assessment/assessVolume';
import { profileOf } from '../assessment/judgeVolume';
import type { MoveFile, MovePlan } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { driverProfileOf } from '../driver/driverProfiles';
import {
  requireDnsLabel,
  requireDnsSubdomain,
  requireLabelValue,
} from '../kubernetes/names';
import { valueOf } from '../observation/observed';
import type { ClaimManifest } from '../plan/claimManifest';
import { requireNamespace } from '../plan/ownership';
import { copyJob, COPY_IMAGE, jobName } from './copyJob';
import { accessOf, moveBlockers } from './moveBlockers';
import { moveClaim, newClaimOf } from './moveClaim';
import { FILES, type MoveContext } from './moveContext';
import { moveNotes } from './moveNotes';
import type { MoveRequest, MoveState } from './moveRequest';
import { moveSteps } from './moveSteps';
import { requireTargetClass } from './requireTargetClass';
import { snapshotWay } from './snapshotWay';
import { usersOf } from './users';

const IMAGE = /^[a-z0-9][\w.:/@-]{0,511}$/i;

/**
 * How to move the data of a claim to an encrypted one. It is a plan for people: it
 * changes nothing, and what is in the way is told, all of it, in place of steps.
 * Throws `invalid-input`, `unknown-storage-class`, `not-found` and `conflict` for
 * a request that is not valid as it stands.
 *
 * @public
 */
export function planMove(request: MoveRequest, state: MoveState): MovePlan {
  requireMoveNames(request);
  requireLabelValue('entityRef', state.kubernetesId);
  requireNamespace(state.namespace, request.namespace);
  const storageClass = requireTargetClass(
    state.storageClass,
    request.storageClass,
  );
  const newClaim = moveClaim(request, state, storageClass);
  const { facts } = state;
  const { protection } = assessVolume(facts);
  const looked = { request, state, storageClass, newClaim, protection };
  const blockers = moveBlockers(looked);
  const volume = valueOf(facts.volume);
  const { claim } = facts;
  const plan = {
    ...{ cluster: request.cluster, namespace: request.namespace },
    ...{ claim: claim.meta.name, newClaim: newClaim.metadata.name },
    ...{ storageClass: storageClass.meta.name, volumeMode: claim.volumeMode },
    size: newClaim.spec.resources.requests.storage,
    accessModes: newClaim.spec.accessModes,
    snapshot: snapshotWay(
      volume && profileOf(volume),
      driverProfileOf(storageClass.provisioner),
    ),
  };
  if (blockers.length > 0 || !volume) {
    return { ...plan, blockers, notes: [], steps: [], files: [] };
  }
  const context: MoveContext = {
    ...{ claim, volume, storageClass, newClaim },
    isClaimed: state.existing !== undefined,
    users: usersOf(facts),
    job: jobName({ from: claim }),
  };
  return {
    ...plan,
    blockers,
    notes: [...moveNotes(context, looked, protection), ...accessOf(looked)],
    steps: moveSteps(context),
    files: filesOf(request, state, newClaim),
  };
}

/** Throws `invalid-input` for what is no name, before anything is read. @public */
export function requireMoveNames(request: MoveRequest): void {
  requireDnsLabel('cluster', request.cluster);
  requireDnsLabel('namespace', request.namespace);
  requireDnsSubdomain('claim', request.claim);
  requireDnsSubdomain('newClaim', newClaimOf(request));
  requireDnsSubdomain('storageClass', request.storageClass);
  const { image } = request;
  if (image === undefined || IMAGE.test(image)) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    'image is not the name of a container image. Write it as docker.io/library/debian:12-slim.',
    { field: 'image' },
  );
}

function filesOf(
  { image = COPY_IMAGE, runAsUser }: MoveRequest,
  { facts, kubernetesId }: MoveState,
  newClaim: ClaimManifest,
): MoveFile[] {
  const job = copyJob({
    from: facts.claim,
    to: newClaim.metadata.name,
    ...{ kubernetesId, image, runAsUser },
  });
  return [
    { name: FILES.claim, content: stringify(newClaim, { lineWidth: 0 }) },
    { name: FILES.job, content: stringify(job, { lineWidth: 0 }) },
  ];
}
