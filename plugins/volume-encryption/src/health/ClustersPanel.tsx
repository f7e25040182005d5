import {
  viewPermission,
  type ClusterView,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { StatusBadge, type Status } from '../status';
import { Panel, RowsTable, type Column } from '../tables';
import { Age } from '../time';

const states: Record<ClusterView['state'], Status> = {
  synced: { tone: 'good', icon: 'check', label: 'In sync' },
  syncing: { tone: 'prepared', icon: 'clock', label: 'Being read' },
  stale: { tone: 'caution', icon: 'warning', label: 'Not heard of' },
  unreachable: { tone: 'danger', icon: 'blocked', label: 'Unreachable' },
  denied: { tone: 'danger', icon: 'blocked', label: 'Denied' },
};

const columns: Column<ClusterView>[] = [
  { title: 'Cluster', render: ({ name }) => name },
  {
    title: 'State',
    render: ({ state }) => <StatusBadge status={states[state]} />,
  },
  { title: 'What is wrong', render: troubleOf },
  {
    title: 'Heard of',
    render: ({ observedAt }) =>
      observedAt ? <Age at={observedAt} /> : 'not yet',
  },
];

/** The clusters, as the watches see them. */
export function ClustersPanel() {
  const kept = useAnswer({
    about: 'clusters',
    ask: (api, signal) => api.listClusters(signal),
  });
  return (
    <Panel title="Clusters" kept={kept}>
      <AnswerView
        kept={kept}
        what="The clusters"
        permission={viewPermission.name}
      >
        {({ items }) => (
          <RowsTable
            label="Clusters"
            columns={columns}
            rows={items}
            keyOf={({ name }) => name}
            empty="No cluster is configured. Add one under volumeEncryption.clusters."
          />
        )}
      </AnswerView>
    </Panel>
  );
}

/** The cluster's own trouble, and each kind that is not in sync. */
function troubleOf({ message, resources }: ClusterView) {
  const kinds = resources.filter(({ state }) => state !== 'synced');
  if (!message && kinds.length === 0) return 'nothing';
  return (
    <>
      {message}
      {kinds.map(({ kind, state, message: why }) => (
        <div key={kind}>
          {kind}: {states[state].label.toLowerCase()}
          {why && `, ${why}`}
        </div>
      ))}
    </>
  );
}
