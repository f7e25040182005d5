import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    panel: {
      padding: theme.spacing(2, 2.5),
      '& + &': { marginTop: theme.spacing(2) },
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1),
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      flex: '1 1 auto',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1, 2),
      '& .MuiTextField-root': { flex: '0 1 320px' },
    },
  }),
  { name: 'VolumeEncryptionPanel' },
);

function Refresh({
  reload,
  loading,
}: {
  reload: () => void;
  loading: boolean;
}) {
  return (
    <Button
      size="small"
      startIcon={<RefreshIcon />}
      onClick={reload}
      disabled={loading}
    >
      Refresh
    </Button>
  );
}

/** A titled part of a page of the platform, with what is done to it. */
export function Panel(props: {
  title: string;
  actions?: ReactNode;
  /** What it shows, where it can be asked for again. */
  kept?: { reload: () => void; loading: boolean };
  children: ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <Paper
      component="section"
      className={classes.panel}
      aria-labelledby={titleId}
    >
      <div className={classes.heading}>
        <Typography id={titleId} variant="h5" component="h2">
          {props.title}
        </Typography>
        <div className={classes.actions}>
          {props.actions}
          {props.kept && <Refresh {...props.kept} />}
        </div>
      </div>
      {props.children}
    </Paper>
  );
}
