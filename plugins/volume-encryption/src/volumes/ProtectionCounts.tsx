import { makeStyles } from '@material-ui/core/styles';
import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import {
  compareStatus,
  protectionStatus,
  StatusBadge,
  type Status,
} from '../status';

const useStyles = makeStyles(
  theme => ({
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  }),
  { name: 'VolumeEncryptionCounts' },
);

/** How many volumes have which protection, the worst first. */
export function ProtectionCounts({ volumes }: { volumes: VolumeView[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.counts} aria-label="Volumes by protection">
      {countByLabel(volumes).map(({ status, count }) => (
        <li key={status.label}>
          <StatusBadge
            status={{
              ...status,
              label: `${count} ${status.label.toLowerCase()}`,
              note: undefined,
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function countByLabel(
  volumes: VolumeView[],
): { status: Status; count: number }[] {
  const counts = new Map<string, { status: Status; count: number }>();
  for (const { protection } of volumes) {
    const status = protectionStatus(protection);
    const count = (counts.get(status.label)?.count ?? 0) + 1;
    counts.set(status.label, { status, count });
  }
  return [...counts.values()].sort((a, b) => compareStatus(a.status, b.status));
}
