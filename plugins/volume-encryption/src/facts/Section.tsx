import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    section: {
      borderTop: `1px solid ${theme.palette.divider}`,
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(2),
    },
    title: {
      fontWeight: 700,
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'VolumeEncryptionSection' },
);

/** A titled part of a volume's details. */
export function Section(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <Typography
        id={titleId}
        className={classes.title}
        variant="subtitle2"
        component="h3"
      >
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}
