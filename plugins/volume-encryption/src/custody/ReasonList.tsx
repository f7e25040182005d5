import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Reason,
  Severity,
} from 'backstage-plugin-volume-encryption-common';
import { StatusIcon, useToneStyles, type Status } from '../status';
import { GradeChip } from './GradeChip';

const severities: Record<Severity, Pick<Status, 'tone' | 'icon' | 'label'>> = {
  ok: { tone: 'good', icon: 'check', label: 'in order' },
  info: { tone: 'plain', icon: 'info', label: 'to know' },
  warning: { tone: 'caution', icon: 'warning', label: 'warning' },
  error: { tone: 'danger', icon: 'blocked', label: 'error' },
};

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
            className={`${tones[severities[severity].tone]} ${classes.icon}`}
            role="img"
            aria-label={severities[severity].label}
          >
            <StatusIcon name={severities[severity].icon} />
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
