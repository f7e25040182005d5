import {
  isSameFollowed,
  type ChangeSeen,
  type Followed,
} from 'backstage-plugin-volume-encryption-common';
import type { Subject } from './Subject';

/** What is remembered of one thing. */
export interface FollowedThing extends Followed {
  subject: Subject;
  uid?: string;
  owner?: string;
}

/** What a look makes of one thing. */
export interface Outcome {
  /** Its key. */
  key: string;
  /** What is remembered from now on; absent when it is gone. */
  thing?: FollowedThing;
  changes: Omit<ChangeSeen, 'entities'>[];
}

/** Whether it is to be looked at closely next time. */
export function isTroubled({ answers, pending }: Followed): boolean {
  const { remount } = answers;
  const isWell = remount !== 'blocked' && remount !== 'at-risk';
  return !isWell || Object.keys(pending).length > 0;
}

/** Whether nothing of it has to be written anew. */
export function isSameThing(one: FollowedThing, other: FollowedThing): boolean {
  return (
    isSameFollowed(one, other) &&
    one.uid === other.uid &&
    one.owner === other.owner &&
    one.subject.kms === other.subject.kms
  );
}
