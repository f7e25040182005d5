import { ANNOTATION_KEY_ROTATION_SCHEDULE } from '../contract/annotations';
import type { KeyRotationRequest, Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { requireCronSchedule } from '../keyRotation/cronSchedule';
import type { KeyRotationFacts } from '../keyRotation/keyRotationFacts';
import { rotationAvailability } from '../keyRotation/rotationAvailability';
import { isAttached, whyOff } from '../keyRotation/rotationRemarks';
import { isClassOnly, rotationSchedule } from '../keyRotation/rotationSchedule';
import { requireDnsLabel, requireDnsSubdomain } from '../kubernetes/names';
import { freezePlan } from './freezePlan';
import type { Plan, Step } from './plan';
import { planNote } from './planNotes';

/**
 * Sets on the claim when csi-addons changes the key of its volume, or takes that
 * off again, which is always possible. That the claim is the entity's has been
 * checked. Throws `conflict` for a claim that is being deleted, and
 * `invalid-input` for a schedule that csi-addons would not follow, with what to
 * do: it is none, there is no csi-addons, the volume has no key to change, or
 * only the StorageClass counts.
 *
 * @public
 */
export function planKeyRotation(
  request: KeyRotationRequest,
  facts: KeyRotationFacts,
): Plan {
  const { cluster, namespace, name, schedule } = request;
  requireDnsLabel('cluster', cluster);
  requireDnsLabel('namespace', namespace);
  requireDnsSubdomain('name', name);
  requireNotEnding(facts);
  if (schedule !== undefined) requireFollowed(schedule, facts);
  return freezePlan({
    operation: 'key-rotation',
    steps: [scheduleStep(request, facts)],
    notes: schedule === undefined ? removalNotes(facts) : settingNotes(facts),
  });
}

function requireNotEnding({ claim: { meta } }: KeyRotationFacts): void {
  if (!meta.deletedAt) return;
  throw new VolumeEncryptionError(
    'conflict',
    `PersistentVolumeClaim ${meta.namespace}/${meta.name} is being deleted.`,
    { field: 'name' },
  );
}

function requireFollowed(schedule: string, facts: KeyRotationFacts): void {
  requireCronSchedule('schedule', schedule);
  const { availability, message } = rotationAvailability(facts);
  if (availability !== 'available') {
    throw new VolumeEncryptionError('invalid-input', message, {
      field: 'name',
    });
  }
  if (isClassOnly(facts)) {
    throw new VolumeEncryptionError(
      'invalid-input',
      'On this cluster csi-addons follows the schedule of the StorageClass only (schedule-precedence in csi-addons-config). Annotate the class, or ask for another precedence.',
      { field: 'schedule' },
    );
  }
}

function scheduleStep(
  { cluster, namespace, name, ...request }: KeyRotationRequest,
  { claim }: KeyRotationFacts,
): Step {
  const { annotations, uid } = claim.meta;
  const schedule = request.schedule ?? null;
  const now = annotations[ANNOTATION_KEY_ROTATION_SCHEDULE] ?? null;
  const what = schedule
    ? `key rotation ${schedule}`
    : 'no schedule of its own for key rotation';
  return {
    kind: 'patch',
    id: 'key-rotation',
    title: `PersistentVolumeClaim ${namespace}/${name}: ${what}`,
    change: now === schedule ? 'none' : 'update',
    cluster,
    target: { kind: 'PersistentVolumeClaim', namespace, name, uid },
    patch: { annotations: { [ANNOTATION_KEY_ROTATION_SCHEDULE]: schedule } },
  };
}

function settingNotes(facts: KeyRotationFacts): Reason[] {
  const off = whyOff(rotationSchedule(facts));
  const notes = [
    planNote(
      'key-rotation-proof',
      'info',
      'A run that says it succeeded is no proof that the key was changed; a new version of the key in the KMS is.',
    ),
  ];
  if (off) notes.unshift(planNote('key-rotation-off', 'warning', off));
  if (isAttached(facts) === false) {
    notes.push(
      planNote(
        'key-rotation-unattached',
        'warning',
        'No pod uses the volume now; a run while it is on no node fails.',
      ),
    );
  }
  return notes;
}

function removalNotes(facts: KeyRotationFacts): Reason[] {
  const { annotations } = facts.claim.meta;
  const { [ANNOTATION_KEY_ROTATION_SCHEDULE]: _, ...others } = annotations;
  const meta = { ...facts.claim.meta, annotations: others };
  const claim = { ...facts.claim, meta };
  const { schedule, scheduleFrom } = rotationSchedule({ ...facts, claim });
  if (!schedule || !scheduleFrom) return [];
  return [
    planNote(
      'key-rotation-inherited',
      'info',
      `The schedule ${schedule} of the ${scheduleFrom} counts then.`,
    ),
  ];
}
