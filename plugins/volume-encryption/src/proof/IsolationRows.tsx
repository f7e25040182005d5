import type { IsolationRow } from 'backstage-plugin-volume-encryption-common';
import { RowsTable, type Column } from '../tables';

/** The matrix of many tenants: of each credential how many deny it. */
export function IsolationRows(props: {
  rows: IsolationRow[];
  /** How many other tenants each is held against. */
  others: number;
}) {
  const { rows, others } = props;
  const columns: Column<IsolationRow>[] = [
    { title: 'Credential of', render: ({ tenantId }) => tenantId },
    { title: 'Custody', render: ({ custody }) => <code>{custody}</code> },
    { title: 'Basis', render: ({ basis }) => basis },
    { title: 'On its own keys', render: ({ own }) => own.join(', ') || 'none' },
    {
      title: 'Denied by',
      render: ({ basis, denied }) =>
        basis === 'unknown' ? 'unknown' : `${denied} of ${others} others`,
    },
    {
      title: 'Findings',
      render: ({ findings }) =>
        findings.filter(it => it.capabilities.length > 0).length,
    },
  ];
  return (
    <RowsTable
      label="What each credential may do on the other tenants' keys"
      columns={columns}
      rows={rows}
      keyOf={({ tenantId, custody }) => `${tenantId}/${custody}`}
      empty="No tenant on this page."
    />
  );
}
