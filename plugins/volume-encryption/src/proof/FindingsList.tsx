import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { IsolationRow } from 'backstage-plugin-volume-encryption-common';
import { ReasonList } from '../custody';
import { tenantAddress } from '../tenants';
import { rowFindings } from './rowFindings';

/** What is not as it must be, and what is not known, before all else. */
export function FindingsList(props: {
  rows: IsolationRow[];
  kms: string;
  /** The address of the page, of which screens are below. */
  base: string;
}) {
  const { rows, kms, base } = props;
  const found = rows
    .map(row => ({ row, reasons: rowFindings(row) }))
    .filter(({ reasons }) => reasons.length > 0);
  if (found.length === 0) return null;
  return (
    <section aria-label="Findings">
      <Typography variant="subtitle2" component="h3">
        Findings
      </Typography>
      {found.map(({ row, reasons }) => (
        <div key={`${row.tenantId}/${row.custody}`}>
          <ReasonList reasons={reasons} />
          <Remedy row={row} kms={kms} base={base} />
        </div>
      ))}
    </section>
  );
}

/** Where the reason is to be looked for. */
function Remedy(props: { row: IsolationRow; kms: string; base: string }) {
  const { row, kms, base } = props;
  const { tenantId, custody } = row;
  const [cluster, namespace] = tenantId.split('.');
  const its = new URLSearchParams({ kms, cluster });
  const tokens = custody === 'vaulttokens' ? { kms } : {};
  const tenant = { cluster, namespace, custody, ...tokens };
  return (
    <Typography variant="body2" gutterBottom>
      See{' '}
      <Link to={tenantAddress(`${base}/tenants`, tenant)}>
        {`tenant ${tenantId}`}
      </Link>{' '}
      and <Link to={`${base}/setup?${its}`}>{`the set-up of ${cluster}`}</Link>.
    </Typography>
  );
}
