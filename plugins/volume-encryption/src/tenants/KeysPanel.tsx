import type { TenantInspection } from 'backstage-plugin-volume-encryption-common';
import { Pages, useStayWithinPages, type ListAddress } from '../paging';
import { Panel, RowsTable } from '../tables';
import { keyColumns } from './keyColumns';

/** The keys of a tenant, page by page; never a value. */
export function KeysPanel(props: {
  known: TenantInspection;
  /** Whether `known` is of the page before, and another one is on its way. */
  isFormer: boolean;
  address: ListAddress;
}) {
  const { known, isFormer, address } = props;
  const { keys, problems } = known;
  const { goTo } = address;
  useStayWithinPages({ ...keys, isFormer }, goTo);
  const knowsVolumes = problems.every(({ source }) => source !== 'cluster');
  return (
    <Panel title={`Keys (${keys.total.toLocaleString('en')})`}>
      <div aria-busy={isFormer}>
        <RowsTable
          label="Keys"
          columns={keyColumns(knowsVolumes)}
          rows={keys.items}
          keyOf={({ name }) => name}
          empty={
            problems.length === 0
              ? 'The tenant has no key yet: the first volume makes one.'
              : 'No key could be read. That does not mean that there is none.'
          }
        />
      </div>
      <Pages
        shown={keys}
        label="Keys per page:"
        onPage={page => goTo({ page })}
        onPageSize={size => goTo({ size, page: 0 })}
      />
    </Panel>
  );
}
