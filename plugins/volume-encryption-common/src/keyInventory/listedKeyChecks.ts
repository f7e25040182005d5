import { handleIn } from './cephHandle';
import {
  notKnown,
  readNow,
  titleOfUse,
  type KeyEvidence,
  type KeyJudgement,
} from './KeyEvidence';
import { tenantOfMount } from './tenantOfMount';

/** What a check makes of a key that is listed; undefined where another says it. */
type ListedKeyCheck = (key: KeyEvidence) => KeyJudgement | undefined;

/**
 * What a key that is listed is: of something, not known whose, or of nothing. Only
 * what passes them all is called an orphan.
 */
export const listedKeyChecks: readonly ListedKeyCheck[] = [
  deletedSoftly,
  usedHere,
  usedByUnread,
  usedElsewhere,
  notNamedByCephCsi,
  ofUnknownCluster,
  clustersUnread,
  snapshotsUnread,
  inTheMaking,
  changedSince,
  ofNothing,
];

function deletedSoftly({ lost, users, surroundings }: KeyEvidence) {
  const [user] = readNow(users, surroundings).filter(it => it.needs === 'key');
  if (!lost || !user) return undefined;
  const how =
    lost.presence === 'destroyed'
      ? 'its version is destroyed'
      : 'it was deleted, and can be undeleted';
  return {
    state: 'missing',
    code: 'key-missing',
    message: `${titleOfUse(user)} needs this key. Its name is listed, but ${how}, as its metadata said at ${lost.at}.`,
  } satisfies KeyJudgement;
}

/** Also by a snapshot, and by what does not tell where it looks. */
function usedHere({ users, namesakes, surroundings }: KeyEvidence) {
  const own = [...users, ...namesakes.filter(({ place }) => !place)];
  const [user] = readNow(own, surroundings);
  return (
    user &&
    ({
      state: 'present',
      code: 'key-listed',
      message: `${titleOfUse(user)} has it. Its name is listed; the key itself was not read.`,
    } satisfies KeyJudgement)
  );
}

function usedByUnread({ users, namesakes, surroundings }: KeyEvidence) {
  const isUnread = ({ cluster }: { cluster: string }) =>
    surroundings.unread.has(cluster);
  const user = [...users, ...namesakes].find(isUnread);
  return (
    user &&
    notKnown(
      'cluster-unread',
      `When cluster "${user.cluster}" was last read, its ${user.kind} ${user.name} had this key. ${surroundings.unread.get(user.cluster)}`,
    )
  );
}

function usedElsewhere({ namesakes: [other] }: KeyEvidence) {
  if (!other?.place) return undefined;
  const { kms = 'a KMS that the portal does not know', mount } = other.place;
  return notKnown(
    'key-elsewhere',
    `${titleOfUse(other)} has this handle, and looks for its key in ${mount} of ${kms}.`,
  );
}

function notNamedByCephCsi({ name }: KeyEvidence) {
  return handleIn(name) === undefined
    ? notKnown(
        'key-name-foreign',
        'Ceph CSI names keys by the handles of volumes and snapshots; this is none.',
      )
    : undefined;
}

function ofUnknownCluster({ mount, surroundings }: KeyEvidence) {
  const tenant = tenantOfMount(surroundings.mountPrefix, mount);
  if (!tenant || surroundings.configured.has(tenant.cluster)) return undefined;
  return notKnown(
    'cluster-not-configured',
    `The mount is of cluster "${tenant.cluster}", which the portal does not know.`,
  );
}

function clustersUnread({ surroundings: { clusters, unread } }: KeyEvidence) {
  const names = clusters.map(it => it.cluster).filter(it => unread.has(it));
  const [first] = names;
  if (first === undefined) return undefined;
  const listed = names.map(it => `"${it}"`).join(', ');
  return notKnown(
    'cluster-unread',
    `Nothing that could be read has it, but cluster ${listed} may. ${unread.get(first)}`,
  );
}

function snapshotsUnread({ surroundings: { clusters } }: KeyEvidence) {
  const other = clusters.find(it => it.snapshotsUnread !== undefined);
  return (
    other &&
    notKnown(
      'cluster-unread',
      `A snapshot of cluster "${other.cluster}" may have it. ${other.snapshotsUnread}`,
    )
  );
}

function inTheMaking({ mount, path, surroundings }: KeyEvidence) {
  const { clusters, kms } = surroundings;
  const waits = clusters.find(
    ({ waiting, hasUnnamedSnapshot }) =>
      hasUnnamedSnapshot ||
      waiting.some(
        it => it.kms === kms && it.mount === mount && path.startsWith(it.name),
      ),
  );
  if (!waits) return undefined;
  return notKnown(
    'key-in-the-making',
    `On cluster "${waits.cluster}" a claim waits for its volume, or a snapshot is being made, whose key this may be.`,
  );
}

function changedSince({ name, look, surroundings }: KeyEvidence) {
  const { at = '', unmatched } = look?.listing ?? {};
  const isOlder = surroundings.clusters.some(
    ({ snapshotsAt }) =>
      !snapshotsAt || Date.parse(snapshotsAt) < Date.parse(at),
  );
  return unmatched?.has(name) && !isOlder
    ? undefined
    : notKnown(
        'key-looked-at-before',
        `What had it went, or snapshots were not listed, since the KMS was asked at ${at}.`,
      );
}

function ofNothing({ look, surroundings }: KeyEvidence): KeyJudgement {
  const clusters = surroundings.clusters.map(it => it.cluster).join(', ');
  return {
    state: 'orphan',
    code: 'key-without-volume',
    message: `No volume or snapshot has this handle on the clusters that use the KMS (${clusters || 'none'}), as of ${look?.listing?.at}.`,
  };
}
