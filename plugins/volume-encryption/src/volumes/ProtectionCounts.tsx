import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  EntityVolumes,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
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

/**
 * How many volumes of a page have which protection, the worst first. Where the
 * page is not all, it says so: nothing is known of volumes on other pages.
 */
export function ProtectionCounts(props: {
  known: Pick<EntityVolumes, 'volumes' | 'total'>;
}) {
  const { volumes, total } = props.known;
  const isPart = volumes.length < total;
  return (
    <div>
      {isPart && (
        <Typography variant="body2" gutterBottom>
          Judged on this page: {volumes.length} of {total.toLocaleString('en')}{' '}
          volumes
        </Typography>
      )}
      <Counts
        volumes={volumes}
        label={
          isPart
            ? 'Volumes on this page by protection'
            : 'Volumes by protection'
        }
      />
    </div>
  );
}

function Counts(props: { volumes: VolumeView[]; label: string }) {
  const classes = useStyles();
  return (
    <ul className={classes.counts} aria-label={props.label}>
      {countByLabel(props.volumes).map(({ status, count }) => (
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
