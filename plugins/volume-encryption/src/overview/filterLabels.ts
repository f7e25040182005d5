import {
  IMPACTS,
  type PlatformVolume,
  type VolumeFilter,
} from 'backstage-plugin-volume-encryption-common';
import { impactStatus } from '../status';

/** What each filter is called. */
export const filterTitles: Record<keyof VolumeFilter, string> = {
  cluster: 'Cluster',
  namespace: 'Namespace',
  owner: 'Owner',
  driver: 'Driver',
  storageClass: 'Class',
  phase: 'Phase',
  protection: 'Protection',
  state: 'State',
  inFlight: 'In flight',
  remount: 'Remount',
  impact: 'Finding',
  reason: 'Reason',
  search: 'Name',
};

/** The answers by which the bar lets choose, with their words. */
export const choices = {
  protection: {
    'volume/customer-key': "Customer's key",
    'volume/provider-key': "Provider's key",
    'infrastructure-only': 'Infrastructure only',
    none: 'Not encrypted',
    unknown: 'Unknown',
  } satisfies Record<PlatformVolume['protection'], string>,
  phase: {
    Bound: 'Bound',
    Pending: 'Pending',
    Lost: 'Lost',
    Released: 'Released, without a claim',
    Available: 'Available, without a claim',
    Failed: 'Failed, without a claim',
  } satisfies Record<PlatformVolume['phase'], string>,
  state: {
    active: 'Active',
    prepared: 'Prepared',
    'cannot-tell': 'Cannot tell',
  } satisfies Record<PlatformVolume['state'], string>,
  remount: {
    blocked: 'Blocked',
    'at-risk': 'At risk',
    unknown: 'Unknown',
    ready: 'Ready',
  } satisfies Record<PlatformVolume['remount'], string>,
  inFlight: {
    clear: 'Clear text',
    unknown: 'Unknown',
    encrypted: 'Encrypted',
  } satisfies Record<PlatformVolume['inFlight'], string>,
  impact: Object.fromEntries(
    IMPACTS.map(impact => [impact, impactStatus[impact].label]),
  ),
};
