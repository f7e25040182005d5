import type {
  ChangeSeen,
  TimelineEntry,
} from 'backstage-plugin-volume-encryption-common';
import { isTroubled, type FollowedThing } from './FollowedThing';
import { subjectKey, type Subject } from './Subject';

type Nullable<T> = { [K in keyof T]-?: NonNullable<T[K]> | null };

/** The columns of what something is. */
type SubjectColumns = Nullable<Omit<Subject, 'kind'>> & Pick<Subject, 'kind'>;

/** A row of table `history_followed`. */
export interface FollowedRow extends SubjectColumns {
  subject: string;
  uid: string | null;
  owner: string | null;
  answers: string;
  pending: string;
  /** SQLite gives 0 or 1. */
  troubled: boolean | number;
}

/** A row of table `history_changes`. */
export interface ChangeRow extends SubjectColumns {
  /** PostgreSQL gives text. */
  number: number | string;
  subject: string;
  what: TimelineEntry['what'];
  from: string | null;
  to: string | null;
  reasons: string;
  owner: string | null;
  at: string;
}

function columnsOf(subject: Subject): SubjectColumns {
  const { kind, cluster, namespace, claim, custody, kms } = subject;
  return {
    kind,
    cluster: cluster ?? null,
    namespace: namespace ?? null,
    claim: claim ?? null,
    custody: custody ?? null,
    kms: kms ?? null,
  };
}

function subjectOf(row: SubjectColumns): Subject {
  const { kind, cluster, namespace, claim, custody, kms } = row;
  return {
    kind,
    cluster: cluster ?? undefined,
    namespace: namespace ?? undefined,
    claim: claim ?? undefined,
    custody: custody ?? undefined,
    kms: kms ?? undefined,
  };
}

export function toFollowedRow(thing: FollowedThing): FollowedRow {
  return {
    ...columnsOf(thing.subject),
    subject: subjectKey(thing.subject),
    uid: thing.uid ?? null,
    owner: thing.owner ?? null,
    answers: JSON.stringify(thing.answers),
    pending: JSON.stringify(thing.pending),
    troubled: isTroubled(thing),
  };
}

export function fromFollowedRow(row: FollowedRow): FollowedThing {
  return {
    subject: subjectOf(row),
    uid: row.uid ?? undefined,
    owner: row.owner ?? undefined,
    answers: JSON.parse(row.answers),
    pending: JSON.parse(row.pending),
  };
}

export function toChangeRow(
  change: ChangeSeen,
  { number, at }: { number: number; at: string },
): ChangeRow {
  return {
    ...columnsOf(change),
    ...{ number, at },
    subject: subjectKey(change),
    what: change.what,
    from: change.from ?? null,
    to: change.to ?? null,
    reasons: JSON.stringify(change.reasons),
    owner: change.owner ?? null,
  };
}

export function fromChangeRow(row: ChangeRow): TimelineEntry {
  return {
    id: `${row.number}`,
    at: row.at,
    ...subjectOf(row),
    what: row.what,
    from: row.from ?? undefined,
    to: row.to ?? undefined,
    reasons: JSON.parse(row.reasons),
  };
}
