import type {
  Answers,
  FollowedAnswer,
} from 'backstage-plugin-volume-encryption-common';
import type { Subject } from './Subject';

/** What one look tells of one thing. */
export interface Sight {
  subject: Subject;
  /** Of a claim, by which one made anew is told from the one before. */
  uid?: string;
  /** Whom its namespace serves, an entity ref. */
  owner?: string;
  answers: Answers;
  /** Codes of what decides an answer. */
  reasons: Partial<Record<FollowedAnswer, string[]>>;
}
