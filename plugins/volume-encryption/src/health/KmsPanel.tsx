import {
  platformReadPermission,
  type KmsView,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { daysText, StatusBadge, type Status } from '../status';
import { Panel, RowsTable, type Column } from '../tables';
import { Age } from '../time';

const states: Record<KmsView['state'], Status> = {
  active: { tone: 'good', icon: 'check', label: 'Active' },
  standby: { tone: 'good', icon: 'check', label: 'Standby' },
  sealed: { tone: 'danger', icon: 'blocked', label: 'Sealed' },
  uninitialised: {
    tone: 'danger',
    icon: 'blocked',
    label: 'Not initialised',
  },
  unreachable: { tone: 'danger', icon: 'blocked', label: 'Unreachable' },
  unknown: { tone: 'unknown', icon: 'question', label: 'Unknown' },
};

const columns: Column<KmsView>[] = [
  { title: 'KMS', render: ({ name }) => name },
  { title: 'Address', render: ({ address }) => <code>{address}</code> },
  {
    title: 'State',
    render: ({ state }) => <StatusBadge status={states[state]} />,
  },
  { title: 'What to do', render: ({ message }) => message ?? 'nothing' },
  { title: 'Version', render: ({ version }) => version ?? 'not known' },
  { title: 'Certificate', render: certificateOf },
  {
    title: 'Latency',
    render: ({ latencyMs }) =>
      latencyMs === undefined ? 'not known' : `${latencyMs} ms`,
  },
  { title: 'Peers', render: peersOf },
  { title: 'Asked', render: ({ observedAt }) => <Age at={observedAt} /> },
];

/** Every Vault or OpenBao, with the members of its cluster. */
export function KmsPanel() {
  const kept = useAnswer({
    about: 'kms',
    ask: (api, signal) => api.listKms(signal),
  });
  return (
    <Panel title="Vaults" kept={kept}>
      <AnswerView
        kept={kept}
        what="The KMSs"
        permission={platformReadPermission.name}
      >
        {({ items }) => (
          <RowsTable
            label="Vaults"
            columns={columns}
            rows={items}
            keyOf={({ name }) => name}
            empty="No KMS is configured. Add one under volumeEncryption.kms."
          />
        )}
      </AnswerView>
    </Panel>
  );
}

/** As long before its end as an administrator needs to have one made. */
const CERTIFICATE_WARNING_DAYS = 30;

function certificateOf({ address, certificate }: KmsView) {
  if (!certificate) {
    return address.startsWith('http:') ? 'none: no TLS' : 'not known';
  }
  const { daysLeft } = certificate;
  if (daysLeft >= CERTIFICATE_WARNING_DAYS) return daysText(daysLeft);
  const label = daysText(daysLeft);
  return <StatusBadge status={{ tone: 'caution', icon: 'clock', label }} />;
}

function peersOf({ peers, peersMessage }: KmsView) {
  return (
    <>
      {peers.map(({ nodeId, leader, voter }) => (
        <div key={nodeId}>
          {nodeId}
          {leader && ', leader'}
          {!voter && ', no voter'}
        </div>
      ))}
      {peersMessage}
    </>
  );
}
