import {
  platformReadPermission,
  tenantKeysDestroyPermission,
} from 'backstage-plugin-volume-encryption-common';
import { useState } from 'react';
import { AnswerView, useAnswer } from '../asking';
import { useAllowed } from '../capabilities';
import { Pages, pageSizes } from '../paging';
import { Panel, RowsTable } from '../tables';
import { TemplateButton } from '../templates';
import { receiptColumns } from './receiptColumns';

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
    <Panel title="Receipts of shreddings" actions={<Shred />}>
      <AnswerView
        kept={kept}
        what="The receipts"
        permission={platformReadPermission.name}
      >
        {known => (
          <>
            <RowsTable
              label="Receipts"
              columns={receiptColumns}
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
