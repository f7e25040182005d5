import type { TimelineEntry } from 'backstage-plugin-volume-encryption-common';
import type { Status } from '../status';

type What = TimelineEntry['what'];
type Look = Pick<Status, 'tone' | 'icon' | 'label'>;

const good = (label: string): Look => ({ tone: 'good', icon: 'check', label });
const plain = (label: string): Look => ({ tone: 'plain', icon: 'info', label });
const caution = (label: string): Look => ({
  ...{ tone: 'caution', icon: 'warning', label },
});
const danger = (label: string): Look => ({
  ...{ tone: 'danger', icon: 'blocked', label },
});
const unknown: Look = { tone: 'unknown', icon: 'question', label: 'Unknown' };

const protection: Record<string, Look> = {
  'volume/customer-key': {
    ...{ tone: 'prepared', icon: 'lock', label: "Encrypted, customer's key" },
  },
  'volume/provider-key': {
    ...{ tone: 'neutral', icon: 'lock', label: "Encrypted, provider's key" },
  },
  'infrastructure-only': {
    ...{ tone: 'neutral', icon: 'servers', label: 'Infrastructure only' },
  },
  none: { tone: 'danger', icon: 'open-lock', label: 'Not encrypted' },
  unknown,
};

const looks: Partial<Record<What, Record<string, Look>>> = {
  protection,
  state: {
    active: good('Active'),
    prepared: plain('Prepared'),
    'cannot-tell': unknown,
  },
  remount: {
    ready: good('Ready'),
    'at-risk': caution('At risk'),
    blocked: danger('Blocked'),
    unknown,
  },
  credential: {
    live: good('Live'),
    expiring: caution('Expiring'),
    foreign: caution('Not delivered by us'),
    expired: danger('Expired'),
    missing: danger('Missing'),
    lost: danger('Not known to the KMS'),
    refused: danger('Login refused'),
  },
  kms: {
    serving: good('Serving'),
    unreachable: caution('Unreachable'),
    sealed: danger('Sealed'),
    uninitialised: danger('Not initialised'),
  },
  cluster: { read: good('Read'), unread: caution('Cannot be read') },
};

const MAIN: Record<TimelineEntry['kind'], What> = {
  volume: 'protection',
  tenant: 'credential',
  kms: 'kms',
  cluster: 'cluster',
};

/**
 * How one answer of an entry is drawn. A past answer is never a full green: only
 * the tab says what holds now.
 */
export function answerStatus(
  { kind, what }: Pick<TimelineEntry, 'kind' | 'what'>,
  answer: string,
): Status {
  const of = what === 'first-seen' ? MAIN[kind] : what;
  return looks[of]?.[answer] ?? plain(answer);
}
