import {
  platformReadPermission,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { Panel } from '../tables';
import { TimelineRows } from './TimelineRows';

/** What changed with the credentials of a tenant. */
export function TenantTimeline(props: {
  tenant: Pick<TenantSummary, 'cluster' | 'namespace'>;
}) {
  const { cluster, namespace } = props.tenant;
  return (
    <Panel title="Timeline">
      <TimelineRows
        about={`tenant ${cluster}/${namespace}`}
        permission={platformReadPermission.name}
        empty="Nothing was recorded of this tenant yet."
        ask={(api, page, signal) =>
          api.getTenantTimeline({ cluster, namespace }, page, signal)
        }
      />
    </Panel>
  );
}
