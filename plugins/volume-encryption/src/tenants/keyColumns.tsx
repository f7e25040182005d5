import type { TenantKey } from 'backstage-plugin-volume-encryption-common';
import { KeyUsers } from '../keys/KeyUsers';
import {
  keyStateStatus,
  presenceStatus,
  StatusBadge,
  type Status,
} from '../status';
import type { Column } from '../tables';
import { Age } from '../time';

const byTenant: Status = { tone: 'good', icon: 'check', label: 'Yes' };
const byAnother: Status = { tone: 'danger', icon: 'blocked', label: 'No' };
const byUnknown: Status = {
  tone: 'unknown',
  icon: 'question',
  label: 'Unknown',
};

/** The columns of the table of keys. */
export const keyColumns: Column<TenantKey>[] = [
  { title: 'Name', render: ({ name }) => <code>{name}</code> },
  {
    title: 'Key',
    render: ({ key }) => <StatusBadge status={presenceStatus[key.presence]} />,
  },
  {
    title: 'Created',
    render: ({ key }) =>
      key.createdAt ? <Age at={key.createdAt} /> : 'not known',
  },
  {
    title: 'Written by',
    render: ({ key }) => key.writtenBy ?? 'the KMS does not say',
  },
  {
    title: "Tenant's own identity",
    render: ({ key }) => <StatusBadge status={writerStatus(key)} />,
  },
  { title: 'Volume', render: useOf },
];

function writerStatus({ writtenByTenant }: TenantKey['key']): Status {
  if (writtenByTenant === undefined) return byUnknown;
  return writtenByTenant ? byTenant : byAnother;
}

function useOf({ state, message, users }: TenantKey) {
  return (
    <>
      <StatusBadge status={keyStateStatus[state]} />
      <KeyUsers users={users} />
      {state !== 'present' && <div>{message}</div>}
    </>
  );
}
