import {
  surroundingsOf,
  type KeyLook,
  type KmsKeyFacts,
  type KmsKeyPage,
  type SourceProblem,
} from 'backstage-plugin-volume-encryption-common';
import type { LooksOfKms } from './KmsLooks';

/** How far the lists have come, and how old they are. */
export function looksInShort(
  looks: ReadonlyMap<string, KeyLook>,
): KmsKeyPage['looks'] {
  const all = [...looks.values()];
  const times = all.flatMap(({ listing }) => listing?.at ?? []).sort();
  return {
    folders: all.length,
    done: times.length,
    failed: all.filter(({ failure }) => failure !== undefined).length,
    oldestAt: times.at(0),
    newestAt: times.at(-1),
  };
}

/** Why keys may lack, or why it is not known what is the matter with some. */
export function keyProblems(
  facts: KmsKeyFacts,
  { looks, silence, mountsUnread }: LooksOfKms,
): SourceProblem[] {
  const { kms } = facts;
  const ofKms = (code: string, message: string): SourceProblem => ({
    source: 'kms',
    name: kms,
    code,
    message,
  });
  if (silence !== undefined) return [ofKms('kms-unread', silence)];
  const failures = [...looks.values()].flatMap(({ failure }) => failure ?? []);
  const [first] = failures;
  return [
    ...(mountsUnread === undefined
      ? []
      : [
          ofKms(
            'mounts-unread',
            `Keys in mounts of no volume may lack. ${mountsUnread}`,
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          ofKms(
            'key-unread',
            `${failures.length} of ${looks.size} lists of keys could not be had, such as: ${first}`,
          ),
        ]),
    ...surroundingsOf(facts).clusters.flatMap(clusterProblems),
  ];
}

function clusterProblems(of: KmsKeyFacts['clusters'][number]): SourceProblem[] {
  const { cluster: name, unread, snapshotsUnread, kms } = of;
  const problem = (code: string, message: string): SourceProblem => ({
    source: 'cluster',
    name,
    code,
    message,
  });
  if (unread !== undefined) return [problem('cluster-unread', unread)];
  return [
    ...(snapshotsUnread === undefined
      ? []
      : [problem('snapshots-unread', snapshotsUnread)]),
    ...(kms
      ? []
      : [
          problem(
            'connections-unread',
            `Which KMS cluster "${name}" uses is not known, so that missing keys of its volumes may lack here.`,
          ),
        ]),
  ];
}
