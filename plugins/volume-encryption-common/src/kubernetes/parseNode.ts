import type { Fields } from './fields';
import type { ClusterNode } from './runningPods';
import { parseMeta } from './parseMeta';

/** A node; one whose kubelet has gone has condition `Ready` unknown. */
export function parseNode(object: Fields): ClusterNode {
  const isReady = object
    .child('status')
    .children('conditions')
    .some(
      it =>
        it.optionalText('type') === 'Ready' &&
        it.optionalText('status') === 'True',
    );
  const isCordoned = object.child('spec').isTrue('unschedulable');
  const takesPods = isReady && !isCordoned;
  return { kind: 'Node', meta: parseMeta(object), takesPods };
}
