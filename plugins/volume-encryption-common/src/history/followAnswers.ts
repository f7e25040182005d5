/** What is followed of a volume, a tenant, a KMS or a cluster. @public */
export type FollowedAnswer =
  'protection' | 'state' | 'remount' | 'credential' | 'kms' | 'cluster';

/** Answers by their question; what is not told now is not there. @public */
export type Answers = Partial<Record<FollowedAnswer, string>>;

/** What is remembered from one look to the next. @public */
export interface Followed {
  /** As they last held. */
  answers: Answers;
  /** Others, seen at one look so far. */
  pending: Answers;
}

/** One answer that is another now. @public */
export interface AnswerChange {
  answer: FollowedAnswer;
  /** Absent where it was not told before. */
  from?: string;
  to: string;
}

/**
 * What a look at something changes in what is remembered of it. Another answer
 * is a change when a second look in a row finds it, so that what passes between
 * two looks is none. What is not told leaves everything as it is: that a source
 * is silent is no answer.
 *
 * @public
 */
export function followAnswers(
  before: Followed,
  seen: Answers,
): { after: Followed; changes: AnswerChange[] } {
  const answers = { ...before.answers };
  const pending = { ...before.pending };
  const changes: AnswerChange[] = [];
  for (const [answer, to] of entriesOf(seen)) {
    const from = answers[answer];
    const holds = from === undefined || pending[answer] === to;
    if (from === to || holds) delete pending[answer];
    else pending[answer] = to;
    if (from === to || !holds) continue;
    answers[answer] = to;
    changes.push({ answer, from, to });
  }
  return { after: { answers, pending }, changes };
}

/** Whether two say the same. @public */
export function isSameFollowed(one: Followed, other: Followed): boolean {
  return (
    areSame(one.answers, other.answers) && areSame(one.pending, other.pending)
  );
}

function areSame(one: Answers, other: Answers): boolean {
  const entries = entriesOf(one);
  return (
    entries.length === entriesOf(other).length &&
    entries.every(([answer, value]) => other[answer] === value)
  );
}

function entriesOf(answers: Answers): [FollowedAnswer, string][] {
  // The keys are those of the type.
  return Object.entries(answers) as [FollowedAnswer, string][];
}
