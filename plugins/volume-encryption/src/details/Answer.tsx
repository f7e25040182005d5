import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  EvidenceGrade,
  Reason,
} from 'backstage-plugin-volume-encryption-common';
import { GradeChip, ReasonList } from '../custody';
import { StatusBadge, type Status } from '../status';

const useStyles = makeStyles(
  theme => ({
    answer: { '& + &': { marginTop: theme.spacing(2) } },
    heading: {
      display: 'flex',
      alignItems: 'flex-start',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
      marginBottom: theme.spacing(0.5),
    },
    question: {
      fontWeight: 700,
      minWidth: 176,
    },
  }),
  { name: 'VolumeEncryptionAnswer' },
);

/** One of the three questions, its answer and the reasons in plain words. */
export function Answer(props: {
  question: string;
  status: Status;
  summary?: string;
  grade?: EvidenceGrade;
  reasons: Reason[];
}) {
  const classes = useStyles();
  return (
    <div className={classes.answer}>
      <div className={classes.heading}>
        <Typography
          className={classes.question}
          variant="subtitle2"
          component="h3"
        >
          {props.question}
        </Typography>
        <StatusBadge status={withoutRepetition(props)} />
        {props.grade && <GradeChip grade={props.grade} />}
      </div>
      {props.summary && (
        <Typography variant="body2" gutterBottom>
          {props.summary}
        </Typography>
      )}
      <ReasonList reasons={props.reasons} />
    </div>
  );
}

/** The reasons are below: a note that is one of them says it twice. */
function withoutRepetition(props: {
  status: Status;
  reasons: Reason[];
}): Status {
  const repeats = props.reasons.some(
    ({ message }) => message === props.status.note,
  );
  return repeats ? { ...props.status, note: undefined } : props.status;
}
