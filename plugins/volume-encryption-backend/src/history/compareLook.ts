import {
  followAnswers,
  type FollowedAnswer,
} from 'backstage-plugin-volume-encryption-common';
import { isSameThing, type FollowedThing, type Outcome } from './FollowedThing';
import type { Sight } from './Sight';

/** What something is followed for in the first place. */
const MAIN_ANSWERS = {
  volume: 'protection',
  tenant: 'credential',
  kms: 'kms',
  cluster: 'cluster',
} as const;

/**
 * What becomes of something that was followed: nothing, when it is as it was.
 * @param sight - undefined when it is not there any more
 */
export function outcomeOf(
  key: string,
  before: FollowedThing,
  sight: Sight | undefined,
): Outcome | undefined {
  if (!sight) return { key, changes: [goneOf(before)] };
  if (before.uid !== sight.uid) {
    const anew = firstOutcomeOf(key, sight);
    return { ...anew, changes: [goneOf(before), ...anew.changes] };
  }
  const { after, changes } = followAnswers(before, sight.answers);
  const thing = thingOf(sight, after, before);
  if (changes.length === 0 && isSameThing(before, thing)) return undefined;
  return {
    key,
    thing,
    changes: changes.map(({ answer, from, to }) => ({
      ...aboutOf(thing),
      ...{ what: answer, from, to },
      reasons: sight.reasons[answer] ?? [],
    })),
  };
}

/** Of something that was not followed before. */
export function firstOutcomeOf(key: string, sight: Sight): Outcome {
  const { answers, reasons, subject } = sight;
  const thing = thingOf(sight, { answers, pending: {} });
  const rowOf = (
    what: Outcome['changes'][number]['what'],
    answer: FollowedAnswer,
  ) => ({
    ...aboutOf(thing),
    ...{ what, to: answers[answer] },
    reasons: reasons[answer] ?? [],
  });
  const first = rowOf('first-seen', MAIN_ANSWERS[subject.kind]);
  const { remount } = answers;
  const isBlocked = remount === 'blocked' || remount === 'at-risk';
  const changes = isBlocked ? [first, rowOf('remount', 'remount')] : [first];
  return { key, thing, changes };
}

function goneOf(before: FollowedThing) {
  return { ...aboutOf(before), what: 'gone' as const, reasons: [] };
}

function aboutOf({ subject, owner }: FollowedThing) {
  return { ...subject, owner };
}

/** Whose key is where is kept while it is not known. */
function thingOf(
  { subject, uid, owner }: Sight,
  followed: Pick<FollowedThing, 'answers' | 'pending'>,
  before?: FollowedThing,
): FollowedThing {
  const kms = subject.kms ?? before?.subject.kms;
  return { ...followed, subject: { ...subject, kms }, uid, owner };
}
