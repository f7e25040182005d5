import {
  notKnown,
  readNow,
  titleOfUse,
  type KeyEvidence,
  type KeyJudgement,
} from './KeyEvidence';
import { listedKeyChecks } from './listedKeyChecks';

/**
 * What a key is, or one that should be there. Undefined where it need not be there
 * and is not.
 */
export function judgeKey(key: KeyEvidence): KeyJudgement | undefined {
  const unasked = notAsked(key);
  if (unasked) return unasked;
  if (!key.look?.listing?.names.has(key.name)) return unlisted(key);
  for (const check of listedKeyChecks) {
    const judgement = check(key);
    if (judgement) return judgement;
  }
  return undefined;
}

function notAsked({ users, look }: KeyEvidence): KeyJudgement | undefined {
  if (users.some(({ place }) => place?.version === 'v1')) {
    return notKnown(
      'key-not-checkable',
      'The KMS connection uses KV version 1, of which the portal asks nothing.',
    );
  }
  const { failure, listing } = look ?? {};
  if (listing && failure === undefined) return undefined;
  const why = failure ?? 'The KMS has not been asked yet.';
  const before = listing ? ` It was last listed at ${listing.at}.` : '';
  return notKnown('key-unread', `${why}${before}`);
}

function unlisted(key: KeyEvidence): KeyJudgement | undefined {
  const { name, users, look, surroundings } = key;
  const [user] = users;
  if (!user) return undefined;
  const at = look?.listing?.at;
  const current = readNow(users, surroundings);
  if (current.length === 0) {
    return notKnown(
      'cluster-unread',
      `When cluster "${user.cluster}" was last read, its ${user.kind} ${user.name} needed this key. ${surroundings.unread.get(user.cluster)}`,
    );
  }
  const needing = current.find(({ needs }) => needs === 'key');
  const later = current.find(({ needs }) => needs === 'key-after-mount');
  if (!needing && !later) return undefined;
  if (!look?.listing?.missing.has(name)) {
    return notKnown(
      'key-looked-at-before',
      `${titleOfUse(user)} came after the KMS was asked at ${at}.`,
    );
  }
  if (!needing) {
    return notKnown(
      'key-comes-with-first-mount',
      'No key is there, which is normal for file encryption until the first mount. If the volume was mounted before, its key is lost.',
    );
  }
  if (needing.place?.version === 'detected') {
    return notKnown(
      'key-not-found',
      `${titleOfUse(needing)} needs a key, and none was found. Its connection leaves the KV version open, so it may be elsewhere.`,
    );
  }
  return {
    state: 'missing',
    code: 'key-missing',
    message: `${titleOfUse(needing)} needs this key, and it was not there at ${at}.`,
  };
}
