import type { Fields } from './fields';
import type { ClusterEvent } from './objects';
import { parseMeta } from './parseMeta';

/** An event of the core API, in its older form or with a series. */
export function parseClusterEvent(object: Fields): ClusterEvent {
  const about = object.child('involvedObject');
  const series = object.child('series');
  const meta = parseMeta(object);
  return {
    kind: 'Event',
    meta,
    about: {
      kind: about.sharedText('kind') ?? '',
      namespace: about.sharedText('namespace') ?? '',
      name: about.optionalText('name') ?? '',
      uid: about.optionalText('uid'),
    },
    type: object.optionalText('type') === 'Warning' ? 'Warning' : 'Normal',
    reason: object.sharedText('reason') ?? '',
    message: object.optionalText('message') ?? '',
    count:
      series.optionalNumber('count') ?? object.optionalNumber('count') ?? 1,
    firstSeen:
      object.optionalTime('firstTimestamp') ??
      object.optionalTime('eventTime') ??
      meta.createdAt,
    lastSeen:
      series.optionalTime('lastObservedTime') ??
      object.optionalTime('lastTimestamp') ??
      object.optionalTime('eventTime') ??
      meta.createdAt,
  };
}
