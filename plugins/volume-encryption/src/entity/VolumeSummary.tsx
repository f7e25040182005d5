import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  entityVolumesCreatePermission,
  type EntityVolumes,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { allows, useCapabilities } from '../capabilities';
import {
  compareStatus,
  protectionStatus,
  StatusBadge,
  type Status,
} from '../status';
import { useTemplateLink } from '../templates';
import { volumeKey } from '../volumes';

/** More than these make a card a table; the tab has them all. */
const MOST = 5;

const useStyles = makeStyles(
  theme => ({
    part: { marginBottom: theme.spacing(1) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      padding: theme.spacing(0.75, 0),
    },
    name: { minWidth: 0, overflowWrap: 'anywhere' },
    status: { flex: 'none', width: 224 },
  }),
  { name: 'VolumeEncryptionSummary' },
);

/**
 * The volumes of an entity for its card, the worst first. Of those that the
 * answer did not judge it says that.
 */
export function VolumeSummary(props: {
  known: EntityVolumes;
  tabPath: string;
}) {
  const { volumes, total, problems, entityRef } = props.known;
  const classes = useStyles();
  const worstFirst = [...volumes].sort((a, b) =>
    compareStatus(
      protectionStatus(a.protection),
      protectionStatus(b.protection),
    ),
  );
  const isPart = total > volumes.length;
  const more = volumes.length - MOST;
  return (
    <>
      {isPart && (
        <div className={classes.part}>
          <StatusBadge status={partStatus(volumes.length, total)} />
        </div>
      )}
      <ul className={classes.list}>
        {worstFirst.slice(0, MOST).map(volume => (
          <SummaryLine
            key={volumeKey(volume)}
            volume={volume}
            tabPath={props.tabPath}
          />
        ))}
      </ul>
      {more > 0 && (
        <Typography variant="body2">
          and {more} more{isPart && ' of those judged'}
        </Typography>
      )}
      {problems.length > 0 && (
        <Typography variant="body2">
          {problems.length === 1
            ? '1 source could not be read.'
            : `${problems.length} sources could not be read.`}
        </Typography>
      )}
      {volumes.length === 0 && problems.length === 0 && (
        <Typography variant="body2">
          No volumes yet. <RequestLink entityRef={entityRef} />
        </Typography>
      )}
    </>
  );
}

function RequestLink({ entityRef }: { entityRef: string }) {
  const { value } = useCapabilities(entityRef);
  const to = useTemplateLink()('encrypted-volume', { entityRef });
  if (!to || !allows(value, entityVolumesCreatePermission)) return null;
  return <Link to={to}>Request an encrypted volume</Link>;
}

/** Not a green whatever the judged ones are. */
function partStatus(judged: number, total: number): Status {
  const all = total.toLocaleString('en');
  return {
    tone: 'unknown',
    icon: 'question',
    label: `${judged} of ${all} volumes judged`,
    note: 'Nothing is said here of the others.',
  };
}

function SummaryLine(props: { volume: VolumeView; tabPath: string }) {
  const classes = useStyles();
  const { volume, tabPath } = props;
  const parameters = new URLSearchParams({ volume: volumeKey(volume) });
  return (
    <li className={classes.line}>
      <div className={classes.name}>
        <Link to={`${tabPath}?${parameters}`}>{volume.claim}</Link>
        <Typography variant="caption" color="textSecondary" component="div">
          {volume.namespace} · {volume.cluster}
        </Typography>
      </div>
      <div className={classes.status}>
        <StatusBadge status={protectionStatus(volume.protection)} />
      </div>
    </li>
  );
}
