import type { TenantInspection } from 'backstage-plugin-volume-encryption-common';
import type { ListAddress } from '../paging';
import { ListedRows, Panel } from '../tables';
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
  return (
    <Panel title={`Keys (${keys.total.toLocaleString('en')})`}>
      <ListedRows
        label="Keys"
        columns={keyColumns}
        keyOf={({ name }) => name}
        empty={
          problems.length === 0
            ? 'The tenant has no key yet: the first volume makes one.'
            : 'No key could be read. That does not mean that there is none.'
        }
        shown={keys}
        isFormer={isFormer}
        goTo={goTo}
        pagesLabel="Keys per page:"
      />
    </Panel>
  );
}
