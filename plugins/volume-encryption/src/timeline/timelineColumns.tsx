import type { TimelineEntry } from 'backstage-plugin-volume-encryption-common';
import { StatusBadge } from '../status';
import type { Column } from '../tables';
import { Moment } from '../time';
import { answerStatus } from './answerStatus';

const WHAT: Record<TimelineEntry['what'], string> = {
  'first-seen': 'First seen',
  gone: 'Not there any more',
  protection: 'Protection',
  state: 'State of the encryption',
  remount: 'Next mount',
  credential: 'Credential',
  kms: 'KMS',
  cluster: 'Cluster',
};

const when: Column<TimelineEntry> = {
  title: 'When',
  render: ({ at }) => <Moment at={at} />,
  minWidth: 130,
};
const about: Column<TimelineEntry> = {
  title: 'What',
  render: aboutOf,
  minWidth: 140,
};
const changes: Column<TimelineEntry>[] = [
  { title: 'Change', render: ({ what }) => WHAT[what] },
  { title: 'Before', render: entry => badgeOf(entry, entry.from) },
  { title: 'After', render: entry => badgeOf(entry, entry.to) },
  { title: 'Because of', render: reasonsOf },
];

/** Changes of several things. */
export const timelineColumns = [when, about, ...changes];

function aboutOf({ kind, cluster, namespace, claim, kms }: TimelineEntry) {
  switch (kind) {
    case 'volume':
      return (
        <>
          <code>{claim}</code> in {namespace} on {cluster}
        </>
      );
    case 'tenant':
      return `Tenant ${namespace} on ${cluster}${kms ? `, ${kms}` : ''}`;
    case 'kms':
      return `KMS ${kms}`;
    default:
      return `Cluster ${cluster}`;
  }
}

function badgeOf(entry: TimelineEntry, answer: string | undefined) {
  return answer === undefined ? (
    '–'
  ) : (
    <StatusBadge status={answerStatus(entry, answer)} />
  );
}

function reasonsOf({ reasons }: TimelineEntry) {
  return reasons.length === 0
    ? '–'
    : reasons.map(code => (
        <div key={code}>
          <code>{code}</code>
        </div>
      ));
}
