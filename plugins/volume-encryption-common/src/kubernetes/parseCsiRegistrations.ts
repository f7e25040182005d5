import type { CsiDriver, CsiNode } from './csiRegistrations';
import type { Fields } from './fields';
import { parseMeta } from './parseMeta';

/** That it is there is all that counts. */
export function parseCsiDriver(object: Fields): CsiDriver {
  return { kind: 'CSIDriver', meta: parseMeta(object) };
}

/** The kubelet's list of the drivers that have registered with it. */
export function parseCsiNode(object: Fields): CsiNode {
  const drivers = object.child('spec').children('drivers');
  return {
    kind: 'CSINode',
    meta: parseMeta(object),
    driverNames: drivers.flatMap(it => it.optionalText('name') ?? []),
  };
}
