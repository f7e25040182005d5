import { readEvidence } from '../assessment/evidence';
import type { VolumeFacts } from '../assessment/volumeFacts';
import type { Lifecycle } from '../contract/api';
import type { DriverProfile } from '../driver/driverProfile';
import { notKnown } from '../driverLifecycle/actAnswers';
import type { Act, ActAnswer } from '../driverLifecycle/driverLifecycle';
import { driverLifecycleOf } from '../driverLifecycle/driverLifecycles';
import { conditionOf, type SnapshotClasses } from './conditions';
import type { LifecycleSubject } from './lifecycleSubject';
import { readSubject } from './lifecycleSubject';
import { onDelete } from './onDelete';

const ACTS: readonly Act[] = [
  'expand',
  'snapshot',
  'restore',
  'clone',
  'delete',
];

/**
 * What would happen to a claim's volume and its key: by its record and its driver,
 * or, while there is no volume, by its class. What is not known says so, and what
 * would settle it.
 *
 * @public
 */
export function volumeLifecycle(
  facts: VolumeFacts,
  snapshotClasses: SnapshotClasses,
): Lifecycle {
  const evidence = readEvidence(facts);
  const subject = readSubject(evidence);
  return {
    basis:
      evidence.record.state === 'not-provisioned' ? 'storage-class' : 'volume',
    acts: ACTS.map(act => {
      const byDriver = () => askDriver(act, subject);
      const done =
        act === 'delete' ? onDelete(facts, subject, byDriver) : byDriver();
      const condition = conditionOf(act, facts, snapshotClasses);
      return { act, ...underCondition(done, condition) };
    }),
  };
}

function askDriver(
  act: Act,
  subject: LifecycleSubject | { why: string },
): ActAnswer {
  if ('why' in subject) return notKnown(subject.why);
  const { profile, volume } = subject;
  const lifecycle = driverLifecycleOf(profile.id);
  return lifecycle ? lifecycle[act](volume) : notKnown(untold(act, profile));
}

function untold(act: Act, { title, copies }: DriverProfile): string {
  const isCopy = act === 'restore' || act === 'clone';
  return [
    `What ${title} does is not known here.`,
    ...(isCopy ? [copies] : []),
    'Its documentation settles it, or a trial with an empty volume.',
  ].join(' ');
}

/** What the cluster refuses no driver can do; what it leaves open stays open. */
function underCondition(
  done: ActAnswer,
  condition: ActAnswer | undefined,
): ActAnswer {
  if (!condition || done.answer === 'not-possible') return done;
  if (condition.answer === 'not-possible') return condition;
  return { ...done, answer: 'unknown', reason: condition.reason };
}
