import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Reason } from 'backstage-plugin-volume-encryption-common';
import { severityStatus, StatusIcon, useToneStyles } from '../status';
import { GradeChip } from './GradeChip';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    reason: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0),
    },
    icon: {
      display: 'flex',
      flex: 'none',
      fontSize: 18,
      marginTop: 1,
      backgroundColor: 'transparent',
    },
    message: { flex: 1 },
  }),
  { name: 'VolumeEncryptionReasonList' },
);

/** The reasons of an answer in plain words, each with its evidence. */
export function ReasonList({ reasons }: { reasons: Reason[] }) {
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <ul className={classes.list}>
      {reasons.map(({ code, severity, message, grade }) => (
        <li key={`${code}/${message}`} className={classes.reason}>
          <span
            className={`${tones[severityStatus[severity].tone]} ${classes.icon}`}
            role="img"
            aria-label={severityStatus[severity].label}
          >
            <StatusIcon name={severityStatus[severity].icon} />
          </span>
          <Typography className={classes.message} variant="body2">
            {message}
          </Typography>
          {grade && <GradeChip grade={grade} />}
        </li>
      ))}
    </ul>
  );
}
