import { Link } from '@backstage/core-components';
import Chip from '@material-ui/core/Chip';
import type { StorageClassView } from 'backstage-plugin-volume-encryption-common';
import { useLocation } from 'react-router-dom';
import { ReasonList } from '../custody';
import type { Column } from '../tables';
import { ClassTest } from './ClassTest';

/** The columns of StorageClasses, of any driver. */
export const classColumns: Column<StorageClassView>[] = [
  { title: 'Class', minWidth: 150, render: row => <Name {...row} /> },
  { title: 'Cluster', minWidth: 90, render: ({ cluster }) => cluster },
  { title: 'Driver', minWidth: 130, render: ({ provisioner }) => provisioner },
  {
    title: 'What it asks for',
    minWidth: 260,
    render: ({ asDefault, reasons }) => (
      <ReasonList reasons={[asDefault, ...reasons]} />
    ),
  },
  { title: 'Key', minWidth: 130, render: keyText },
  { title: 'Binding', render: bindingText },
  { title: 'Reclaim policy', render: ({ reclaimPolicy }) => reclaimPolicy },
  { title: 'Test', minWidth: 140, render: row => <ClassTest {...row} /> },
];

function Name({ cluster, name, isDefault }: StorageClassView) {
  const { pathname } = useLocation();
  const page = pathname.slice(0, pathname.lastIndexOf('/'));
  const volumes = new URLSearchParams({ cluster, storageClass: name });
  return (
    <>
      <Link to={`${page}/overview?${volumes}`}>{name}</Link>
      {isDefault && (
        <div>
          <Chip size="small" label="default" />
        </div>
      )}
    </>
  );
}

/** Who keeps the key, of those classes whose parameters tell it. */
function keyText({ encryption, kmsId, kmsType }: StorageClassView): string {
  if (kmsId) return kmsType ? `${kmsId} (${kmsType})` : kmsId;
  return encryption === 'block' || encryption === 'file'
    ? 'one passphrase for all its volumes'
    : '—';
}

function bindingText({ bindingMode }: StorageClassView): string {
  return bindingMode === 'Immediate' ? 'at once' : 'at the first pod';
}
