import type { KmsKey } from 'backstage-plugin-volume-encryption-common';
import { keyStateStatus, StatusBadge } from '../status';
import type { Column } from '../tables';
import { Age } from '../time';
import { KeyUsers } from './KeyUsers';

/** The columns of the table of a KMS's keys. */
export const kmsKeyColumns: Column<KmsKey>[] = [
  {
    title: 'Key',
    minWidth: 180,
    render: ({ mount, name }) => (
      <>
        <code>{name}</code>
        <div>
          in <code>{mount}</code>
        </div>
      </>
    ),
  },
  {
    title: 'State',
    render: ({ state }) => <StatusBadge status={keyStateStatus[state]} />,
  },
  { title: 'Tenant', render: ({ tenant }) => tenant ?? 'of no tenant' },
  {
    title: 'Volume or snapshot',
    minWidth: 170,
    render: ({ users }) =>
      users.length > 0 ? <KeyUsers users={users} /> : 'none known',
  },
  {
    title: 'Reason',
    render: ({ message, code }) => (
      <>
        {message}
        <div>
          <code>{code}</code>
        </div>
      </>
    ),
  },
  { title: 'Next step', minWidth: 150, render: ({ nextStep }) => nextStep },
  {
    title: 'Listed',
    render: ({ observedAt }) =>
      observedAt ? <Age at={observedAt} /> : 'not yet',
  },
];
