import { entityVolumesReadPermission } from 'backstage-plugin-volume-encryption-common';
import { Panel } from '../tables';
import { TimelineRows } from './TimelineRows';

/** What changed with all volumes of an entity. */
export function EntityTimeline({ entityRef }: { entityRef: string }) {
  return (
    <Panel title="Timeline">
      <TimelineRows
        about={entityRef}
        permission={entityVolumesReadPermission.name}
        empty="Nothing was recorded of the volumes of this component yet."
        ask={(api, page, signal) =>
          api.getEntityTimeline(entityRef, page, signal)
        }
      />
    </Panel>
  );
}
