import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Status, Tone } from './Status';
import { StatusIcon } from './StatusIcon';
import { useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    badge: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0.25, 1),
      borderRadius: 12,
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 500,
      lineHeight: 1.5,
      whiteSpace: 'nowrap',
    },
    wordsOnly: { padding: 0 },
    note: {
      display: '-webkit-box',
      '-webkit-box-orient': 'vertical',
      '-webkit-line-clamp': 2,
      overflow: 'hidden',
      maxWidth: 220,
      lineHeight: 1.35,
      marginTop: theme.spacing(0.25),
    },
  }),
  { name: 'VolumeEncryptionStatusBadge' },
);

/** Tones without a background: nothing to look at unless it is looked for. */
const wordsOnly: Tone[] = ['good', 'plain'];

/** A status as a badge of icon and words, with its note in small print below. */
export function StatusBadge({ status }: { status: Status }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const shape = wordsOnly.includes(status.tone) ? classes.wordsOnly : '';
  return (
    <div>
      <span className={`${classes.badge} ${tones[status.tone]} ${shape}`}>
        <StatusIcon name={status.icon} />
        {status.label}
      </span>
      {status.note && (
        <Typography
          className={classes.note}
          variant="caption"
          color="textSecondary"
          title={status.note}
        >
          {status.note}
        </Typography>
      )}
    </div>
  );
}
