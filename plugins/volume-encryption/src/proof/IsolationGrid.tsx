import { makeStyles } from '@material-ui/core/styles';
import type { IsolationRow } from 'backstage-plugin-volume-encryption-common';
import { StatusBadge } from '../status';
import { isolationCell } from './isolationCell';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto', margin: theme.spacing(2, 0) },
    grid: {
      borderCollapse: 'collapse',
      ...theme.typography.body2,
      '& th, & td': {
        border: `1px solid ${theme.palette.divider}`,
        padding: theme.spacing(0.5, 1),
        textAlign: 'left',
      },
      '& th': { fontWeight: 500 },
    },
    basis: { color: theme.palette.text.secondary, fontWeight: 400 },
  }),
  { name: 'VolumeEncryptionIsolationGrid' },
);

/** Every credential against every tenant, in words. */
export function IsolationGrid(props: {
  /** Ids, the columns. */
  tenants: string[];
  rows: IsolationRow[];
}) {
  const classes = useStyles();
  const { tenants, rows } = props;
  return (
    <div className={classes.scroll}>
      <table
        className={classes.grid}
        aria-label="What each credential may do on each tenant's keys"
      >
        <thead>
          <tr>
            <th scope="col">Credential of</th>
            {tenants.map(tenant => (
              <th key={tenant} scope="col">
                {tenant}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={`${row.tenantId}/${row.custody}`}>
              <th scope="row">
                {row.tenantId}
                <div className={classes.basis}>
                  {row.custody}, {row.basis}
                </div>
              </th>
              {tenants.map(tenant => (
                <td key={tenant}>
                  <StatusBadge status={isolationCell(row, tenant)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
