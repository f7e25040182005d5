import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  consentedOwner,
  volumeAnswers,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantInspector } from '../inspection/TenantInspector';
import { pause } from '../network/pause';
import type { OverviewSources } from '../overview/surveySources';
import { volumeFactsOf, type Sources } from '../status';
import {
  claimSlices,
  countOf,
  find,
  type ClusterSnapshot,
} from '../volumeIndex';
import { lookSources, type LookSources } from './lookSources';
import { readingOf, type ClusterReading } from './readingOf';
import type { Sight } from './Sight';
import { clusterSight, kmsSight, tenantSight } from './sights';
import { subjectKey, type Subject } from './Subject';

/** What is not told by then is not known at this look. */
const LOOK_WITHIN_MS = 60_000;

/** The metadata of so many keys is asked for at a look, beside those in trouble. */
const KEYS_PER_LOOK = 300;

/** What everything is looked at by. */
export interface LookParts extends OverviewSources {
  inspector: Pick<TenantInspector, 'list'>;
}

/** One look at everything. */
export interface Look {
  /** ISO 8601. */
  at: string;
  sights: Map<string, Sight>;
  /** Whether something that was not seen would have been, were it there. */
  isWithin: (subject: Subject) => boolean;
}

/** Which keys are looked at closely. */
export interface LookTurn {
  /** Counts the looks. */
  turn: number;
  /** Keys of those that are in trouble, or seem to be. */
  troubled: ReadonlySet<string>;
}

/**
 * Looks at every volume, tenant, KMS and cluster. Volumes are judged in slices,
 * so that others get their turn.
 */
export async function lookAround(
  parts: LookParts,
  closely: LookTurn,
  signal: AbortSignal,
): Promise<Look> {
  const at = parts.now().toISOString();
  const over = new AbortController();
  const deadline = pause(
    LOOK_WITHIN_MS,
    AbortSignal.any([over.signal, signal]),
  );
  const snapshots = parts.index.snapshots();
  const readings = new Map(snapshots.map(it => [it.cluster, readingOf(it)]));
  try {
    const context = {
      ...{ deadline, sources: lookSources(parts, deadline) },
      isClose: closeLooks(closely, snapshots),
    };
    const seen = [
      ...(await kmsSights(parts, deadline)),
      ...[...readings].flatMap(([name, it]) => clusterSight(name, it)),
      ...(await tenantSights(parts, readings)),
    ];
    for (const snapshot of snapshots) {
      if (!readings.get(snapshot.cluster)?.volumes) continue;
      for (const claims of claimSlices(snapshot)) {
        seen.push(...(await volumeSights(claims, snapshot, context)));
        await nextTurn();
        signal.throwIfAborted();
      }
    }
    const sights = new Map(seen.map(it => [subjectKey(it.subject), it]));
    return { at, sights, isWithin: subject => isWithin(subject, readings) };
  } finally {
    over.abort();
  }
}

interface VolumeContext {
  sources: LookSources;
  deadline: Promise<void>;
  isClose: (key: string) => boolean;
}

/** A claim that waits for its volume is not followed yet. */
function volumeSights(
  claims: readonly PersistentVolumeClaim[],
  snapshot: ClusterSnapshot,
  context: VolumeContext,
): Promise<Sight[]> {
  const made = claims.filter(({ phase }) => phase !== 'Pending');
  return Promise.all(made.map(it => volumeSight(it, snapshot, context)));
}

async function volumeSight(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
  { sources, deadline, isClose }: VolumeContext,
): Promise<Sight> {
  const { cluster, tables } = snapshot;
  const { namespace, name, uid } = claim.meta;
  const subject = { kind: 'volume', cluster, namespace, claim: name } as const;
  const facts = await volumeFactsOf(claim, snapshot, {
    sources: isClose(subjectKey(subject)) ? sources.closely : sources.byList,
    deadline,
  });
  const { kms, ...told } = volumeAnswers(facts);
  const served = find(tables.Namespace, namespace);
  const owner = served && consentedOwner(served);
  return { ...told, subject: { ...subject, kms }, uid, owner };
}

/** So that each key has its turn, and none waits for ever. */
function closeLooks(
  { turn, troubled }: LookTurn,
  snapshots: readonly ClusterSnapshot[],
): (key: string) => boolean {
  const claims = snapshots
    .map(({ tables }) => countOf(tables.PersistentVolumeClaim))
    .reduce((sum, count) => sum + count, 0);
  const every = Math.max(1, Math.ceil(claims / KEYS_PER_LOOK));
  let place = 0;
  return key => {
    place += 1;
    return troubled.has(key) || (place + turn) % every === 0;
  };
}

async function kmsSights({ kms, kmsFacts }: Sources, deadline: Promise<void>) {
  const views = await Promise.all(kms.map(it => kmsFacts.health(it, deadline)));
  return views.flatMap(kmsSight);
}

async function tenantSights(
  { inspector }: LookParts,
  readings: ReadonlyMap<string, ClusterReading>,
): Promise<Sight[]> {
  const all = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };
  const { items } = await inspector.list(all);
  return items
    .filter(({ cluster }) => readings.get(cluster)?.tenants)
    .map(tenantSight);
}

function isWithin(
  { kind, cluster = '' }: Subject,
  readings: ReadonlyMap<string, ClusterReading>,
): boolean {
  const reading = readings.get(cluster);
  if (kind === 'volume') return reading?.volumes ?? false;
  return kind === 'tenant' && (reading?.tenants ?? false);
}
