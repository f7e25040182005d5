import {
  platformReadPermission,
  tenantKeysDestroyPermission,
  type Receipt,
} from 'backstage-plugin-volume-encryption-common';
import { useState } from 'react';
import { AnswerView, useAnswer } from '../asking';
import { useAllowed } from '../capabilities';
import { Pages, pageSizes } from '../paging';
import { StatusBadge } from '../status';
import { Panel, RowsTable, type Column } from '../tables';
import { TemplateButton } from '../templates';
import { Moment } from '../time';

const columns: Column<Receipt>[] = [
  { title: 'Tenant', render: ({ tenantId }) => tenantId },
  { title: 'Mount', render: mountOf },
  { title: 'Keys destroyed', render: ({ destroyed }) => destroyed.length },
  { title: 'What remains', render: remainsOf },
  { title: 'When', render: ({ at }) => <Moment at={at} /> },
  { title: 'Asked by', render: ({ requestedBy }) => requestedBy },
];

/** The receipts of shredded tenants: what was destroyed, and what remains. */
export function ReceiptsPanel() {
  const [{ page, size }, setShown] = useState({ page: 0, size: pageSizes[0] });
  const kept = useAnswer({
    about: 'receipts',
    part: `${page}/${size}`,
    ask: (api, signal) =>
      api.listReceipts({ limit: size, offset: page * size }, signal),
  });
  return (
    <Panel title="Shredded tenants" actions={<Shred />}>
      <AnswerView
        kept={kept}
        what="The receipts"
        permission={platformReadPermission.name}
      >
        {known => (
          <>
            <RowsTable
              label="Receipts"
              columns={columns}
              rows={known.items}
              keyOf={({ tenantId, at }) => `${tenantId}/${at}`}
              empty="No tenant was shredded yet."
            />
            <Pages
              shown={known}
              label="Receipts per page:"
              onPage={next => setShown({ page: next, size })}
              onPageSize={next => setShown({ page: 0, size: next })}
            />
          </>
        )}
      </AnswerView>
    </Panel>
  );
}

/** An offboarded tenant is on no list: the template asks for its names. */
function Shred() {
  const isAllowed = useAllowed(tenantKeysDestroyPermission);
  if (!isAllowed) return null;
  return (
    <TemplateButton template="tenant-shred" values={{}}>
      Shred an offboarded tenant
    </TemplateButton>
  );
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
