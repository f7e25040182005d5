import type { DiskPool } from './diskPools';
import type { Fields } from './fields';
import { parseMeta } from './parseMeta';

/** Of what it is encrypted with, which names a Secret, nothing is kept. */
export function parseDiskPool(object: Fields): DiskPool {
  return {
    kind: 'DiskPool',
    meta: parseMeta(object),
    encrypted: object.child('status').optionalBoolean('encrypted'),
  };
}
