import {
  kmsConnectionUpdatePermission,
  platformReadPermission,
  type KmsConnectionView,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { useAllowed } from '../capabilities';
import { ReasonList } from '../custody';
import { SourceProblems } from '../problems';
import { Panel, RowsTable, type Column } from '../tables';
import { TemplateButton } from '../templates';
import { ConnectionChange } from './ConnectionChange';
import { ConnectionOptions } from './ConnectionOptions';

const columns: Column<KmsConnectionView>[] = [
  { title: 'Id', render: ({ kmsId }) => <code>{kmsId}</code> },
  { title: 'Type', render: ({ kmsType }) => kmsType },
  { title: 'KMS', render: ({ kms }) => kms ?? 'none that the portal knows' },
  { title: 'Address', render: ({ address }) => address ?? 'none' },
  {
    title: 'Options',
    render: ({ options }) => <ConnectionOptions options={options} />,
  },
  { title: 'Checks', render: ({ reasons }) => checksOf(reasons) },
  {
    title: 'Change',
    render: connection => <ConnectionChange {...connection} />,
  },
];

/** The connections that Ceph CSI of a cluster reads, with what is wrong. */
export function ConnectionsPanel({ cluster }: { cluster: string }) {
  const kept = useAnswer({
    about: `kms-connections ${cluster}`,
    ask: (api, signal) => api.listKmsConnections(cluster, signal),
  });
  return (
    <Panel title="Connections" kept={kept} actions={<Add cluster={cluster} />}>
      <AnswerView
        kept={kept}
        what="The KMS connections"
        permission={platformReadPermission.name}
      >
        {({ items, problems }) => (
          <>
            <SourceProblems problems={problems} rows="connections" />
            <RowsTable
              label="KMS connections"
              columns={columns}
              rows={items}
              keyOf={({ kmsId }) => kmsId}
              empty={
                problems.length > 0
                  ? 'No connection could be read. That does not mean that there is none.'
                  : 'Ceph CSI of this cluster has no KMS connection yet.'
              }
            />
          </>
        )}
      </AnswerView>
    </Panel>
  );
}

function checksOf(reasons: KmsConnectionView['reasons']) {
  return reasons.length > 0 ? (
    <ReasonList reasons={reasons} />
  ) : (
    'no problem found'
  );
}

function Add({ cluster }: { cluster: string }) {
  const isAllowed = useAllowed(kmsConnectionUpdatePermission);
  if (!isAllowed) return null;
  return (
    <TemplateButton
      isMain
      template="kms-connection"
      values={newConnection(cluster)}
    >
      Add a connection
    </TemplateButton>
  );
}

/** What most begin with; all of it can be chosen otherwise. */
function newConnection(cluster: string) {
  const options = {
    encryptionKMSType: 'vaulttenantsa',
    vaultBackend: 'kv-v2',
  };
  return { cluster, style: 'options', options };
}
