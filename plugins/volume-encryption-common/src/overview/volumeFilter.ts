import type { Impact, PlatformFinding, PlatformVolume } from '../contract/api';
import { groupName, NONE } from './groupNames';

/**
 * Which volumes are meant; what is absent lets all through.
 *
 * @public
 */
export interface VolumeFilter {
  cluster?: string;
  namespace?: string;
  /** An entity ref, or `(none)` or `(unknown)`, as for the next two. */
  owner?: string;
  driver?: string;
  storageClass?: string;
  phase?: PlatformVolume['phase'];
  protection?: PlatformVolume['protection'];
  state?: PlatformVolume['state'];
  inFlight?: PlatformVolume['inFlight'];
  remount?: PlatformVolume['remount'];
  /** Only with a finding of this kind. */
  impact?: Impact;
  /** Only with a finding of this code. */
  reason?: string;
  /** Part of a claim, namespace, cluster, or volume that no claim has. */
  search?: string;
}

/** The filters by their names, in the order in which they are shown. @public */
export const VOLUME_FILTERS = [
  'cluster',
  'namespace',
  'owner',
  'driver',
  'storageClass',
  'phase',
  'protection',
  'state',
  'inFlight',
  'remount',
  'impact',
  'reason',
  'search',
] as const satisfies (keyof VolumeFilter)[];

/** Of the filters that compare, what they compare. */
const compared: [keyof VolumeFilter, (of: PlatformVolume) => string][] = [
  ['cluster', groupName.cluster],
  ['namespace', ({ namespace }) => namespace ?? NONE],
  ['owner', groupName.owner],
  ['driver', groupName.driver],
  ['storageClass', groupName['storage-class']],
  ['phase', ({ phase }) => phase],
  ['protection', ({ protection }) => protection],
  ['state', ({ state }) => state],
  ['inFlight', ({ inFlight }) => inFlight],
  ['remount', ({ remount }) => remount],
];

/** Those that pass all filters, in their order. @public */
export function filterVolumes(
  volumes: readonly PlatformVolume[],
  filter: VolumeFilter,
): readonly PlatformVolume[] {
  const given = compared.filter(([name]) => filter[name] !== undefined);
  const search = filter.search?.toLowerCase();
  const tests = [
    ...given.map(
      ([name, read]) =>
        (volume: PlatformVolume) =>
          read(volume) === filter[name],
    ),
    ...(filter.impact || filter.reason ? [hasFinding(filter)] : []),
    ...(search ? [isNamed(search)] : []),
  ];
  if (tests.length === 0) return volumes;
  return volumes.filter(volume => tests.every(test => test(volume)));
}

/** Whether a finding is among those that are asked for. */
export function isFindingMeant(
  finding: { impact: Impact; code: string },
  { impact, reason }: VolumeFilter,
): boolean {
  return (
    (!impact || finding.impact === impact) &&
    (!reason || finding.code === reason)
  );
}

/**
 * Those about keys of no volume that are asked for: none where a filter asks for
 * some volumes.
 *
 * @public
 */
export function filterKeyFindings(
  findings: readonly PlatformFinding[],
  { impact, reason, ...ofVolumes }: VolumeFilter,
): PlatformFinding[] {
  const isPlain = Object.values(ofVolumes).every(it => it === undefined);
  return isPlain
    ? findings.filter(it => isFindingMeant(it, { impact, reason }))
    : [];
}

function hasFinding(filter: VolumeFilter) {
  return ({ findings }: PlatformVolume) =>
    findings.some(finding => isFindingMeant(finding, filter));
}

/** Names of clusters, namespaces, claims and volumes have no upper case letters. */
function isNamed(search: string) {
  return (volume: PlatformVolume) => {
    const { cluster, namespace, claim, persistentVolume } = volume;
    const names = [claim, namespace, cluster, persistentVolume];
    return names.some(name => name?.includes(search));
  };
}
