import type { VolumeFilter } from 'backstage-plugin-volume-encryption-common';
import type { Request } from 'express';
import { textOf } from './pageOf';

/** The volumes that a request means; the contract has checked the values. */
export function volumeFilterOf({ query }: Request): VolumeFilter {
  return {
    cluster: textOf(query.cluster),
    namespace: textOf(query.namespace),
    // Entity refs are compared in the catalog's normal form.
    owner: textOf(query.owner)?.toLocaleLowerCase('en-US'),
    driver: textOf(query.driver),
    storageClass: textOf(query.storageClass),
    phase: query.phase as VolumeFilter['phase'],
    protection: query.protection as VolumeFilter['protection'],
    state: query.state as VolumeFilter['state'],
    inFlight: query.inFlight as VolumeFilter['inFlight'],
    remount: query.remount as VolumeFilter['remount'],
    impact: query.impact as VolumeFilter['impact'],
    reason: textOf(query.reason),
    search: textOf(query.search),
  };
}
