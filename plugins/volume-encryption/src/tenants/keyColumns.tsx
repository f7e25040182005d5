import type { TenantKey } from 'backstage-plugin-volume-encryption-common';
import { presenceStatus, StatusBadge, type Status } from '../status';
import type { Column } from '../tables';
import { Age } from '../time';

const byTenant: Status = { tone: 'good', icon: 'check', label: 'Yes' };
const byAnother: Status = { tone: 'danger', icon: 'blocked', label: 'No' };
const byUnknown: Status = {
  tone: 'unknown',
  icon: 'question',
  label: 'Unknown',
};

/**
 * The columns of the table of keys.
 * @param knowsVolumes - false when the cluster could not be read: then no key
 *   can be called left over
 */
export function keyColumns(knowsVolumes: boolean): Column<TenantKey>[] {
  return [
    { title: 'Name', render: ({ name }) => <code>{name}</code> },
    {
      title: 'Key',
      render: ({ key }) => (
        <StatusBadge status={presenceStatus[key.presence]} />
      ),
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
    { title: 'Volume', render: key => volumeOf(key, knowsVolumes) },
  ];
}

function writerStatus({ writtenByTenant }: TenantKey['key']): Status {
  if (writtenByTenant === undefined) return byUnknown;
  return writtenByTenant ? byTenant : byAnother;
}

function volumeOf(
  { claim, persistentVolume }: TenantKey,
  knowsVolumes: boolean,
): string {
  if (persistentVolume && claim) return `${claim} (${persistentVolume})`;
  if (persistentVolume) return persistentVolume;
  return knowsVolumes ? 'left over: no volume has it' : 'not known';
}
