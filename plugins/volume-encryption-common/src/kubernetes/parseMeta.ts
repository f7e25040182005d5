import type { Fields } from './fields';
import type { ObjectMeta } from './objects';

/** kubectl keeps the whole object in it, a Secret's data included. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** `metadata` of any object, without what could hold a Secret's data. */
export function parseMeta(object: Fields): ObjectMeta {
  const meta = object.child('metadata');
  const { [LAST_APPLIED]: _, ...annotations } = meta.textMap('annotations');
  return {
    name: meta.text('name'),
    namespace: meta.optionalText('namespace') ?? '',
    uid: meta.optionalText('uid') ?? '',
    resourceVersion: meta.optionalText('resourceVersion') ?? '',
    createdAt: meta.time('creationTimestamp'),
    labels: meta.textMap('labels'),
    annotations,
    deletedAt: meta.optionalTime('deletionTimestamp'),
    owners: meta.children('ownerReferences').map(owner => ({
      kind: owner.text('kind'),
      name: owner.text('name'),
      uid: owner.text('uid'),
    })),
  };
}
