import {
  keysLeft,
  type Receipt,
} from 'backstage-plugin-volume-encryption-common';
import { DownloadButton } from '../setup/DownloadButton';
import { StatusBadge, type Status } from '../status';
import type { Column } from '../tables';
import { Moment } from '../time';
import { DestroyedKeys } from './DestroyedKeys';

/** The columns of the receipts of shreddings. */
export const receiptColumns: Column<Receipt>[] = [
  { title: 'Tenant', render: ({ tenantId }) => tenantId },
  {
    title: 'State',
    render: receipt => <StatusBadge status={stateOf(receipt)} />,
  },
  { title: 'Mount', render: mountOf },
  {
    title: 'Keys destroyed',
    render: ({ destroyed }) => <DestroyedKeys keys={destroyed} />,
  },
  { title: 'What remains', render: remainsOf },
  { title: 'When', render: ({ at }) => <Moment at={at} /> },
  { title: 'Asked by', render: ({ requestedBy }) => requestedBy },
  { title: 'Proof', render: proofOf },
];

/** The mount goes last: while it is there, a shredding is not at its end. */
function stateOf(receipt: Receipt): Status {
  const { finished, mountRemoved } = receipt;
  if (finished && mountRemoved && keysLeft(receipt).length === 0) {
    return { tone: 'plain', icon: 'check', label: 'Finished' };
  }
  return {
    tone: 'caution',
    icon: 'warning',
    label: mountRemoved ? 'Not proven' : 'Not finished',
    note: mountRemoved
      ? 'The mount is gone, but not every key was seen to be destroyed.'
      : 'Run it again: it goes on with this receipt.',
  };
}

function mountOf({ kms, mount, mountRemoved }: Receipt) {
  return (
    <>
      <code>{mount}</code> on {kms}, {mountRemoved ? 'removed' : 'still there'}
    </>
  );
}

function remainsOf({ remaining }: Receipt) {
  if (remaining.length === 0) return 'nothing';
  return (
    <>
      <StatusBadge
        status={{
          tone: 'caution',
          icon: 'warning',
          label:
            remaining.length === 1 ? '1 thing' : `${remaining.length} things`,
        }}
      />
      {remaining.map(({ name, reason }) => (
        <div key={name}>
          <code>{name}</code>: {reason}
        </div>
      ))}
    </>
  );
}

function proofOf(receipt: Receipt) {
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <DownloadButton
        name={`receipt-${receipt.tenantId}.json`}
        label="JSON"
        text={`${JSON.stringify(receipt, null, 2)}\n`}
      />
    </span>
  );
}
