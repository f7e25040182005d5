import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Drift } from 'backstage-plugin-volume-encryption-common';
import { FactList } from '../facts';
import { severityStatus, StatusBadge } from '../status';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.5, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
    },
  }),
  { name: 'VolumeEncryptionDriftList' },
);

/** Each difference, with what should be, what is, and how to mend it. */
export function DriftList(props: {
  drift: Drift[];
  /** Whether everything could be read and told. */
  isWhole: boolean;
}) {
  const classes = useStyles();
  const { drift, isWhole } = props;
  if (drift.length === 0) {
    return (
      <Typography variant="body2">
        {isWhole
          ? 'All is as it should be.'
          : 'No difference in what could be read; not all could.'}
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-label="Differences">
      {drift.map(one => (
        <li
          key={`${one.code}/${one.object}/${one.expected}/${one.actual}`}
          className={classes.item}
        >
          <div className={classes.heading}>
            <StatusBadge status={severityStatus[one.severity]} />
            <code>{one.object}</code>
          </div>
          <Typography variant="body2" gutterBottom>
            {one.message}
          </Typography>
          <FactList
            facts={{
              'Should be': one.expected,
              Is: one.actual,
              'What to do': one.remedy,
            }}
          />
        </li>
      ))}
    </ul>
  );
}
