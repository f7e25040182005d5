import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
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
      '& .MuiTextField-root': { flex: '0 1 320px' },
    },
  }),
  { name: 'VolumeEncryptionPanel' },
);

/** A titled part of a page of the platform, with what is done to it. */
export function Panel(props: {
  title: string;
  actions?: ReactNode;
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
        {props.actions}
      </div>
      {props.children}
    </Paper>
  );
}
