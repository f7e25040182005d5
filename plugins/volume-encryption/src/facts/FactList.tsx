import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

/** Facts by name; a fact that is `undefined` is left out. */
export type Facts = Record<string, ReactNode | undefined>;

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(112px, max-content) 1fr',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      ...theme.typography.body2,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'VolumeEncryptionFactList' },
);

/** Facts of a volume or key, one a line. */
export function FactList({ facts }: { facts: Facts }) {
  const classes = useStyles();
  const known = Object.entries(facts).filter(
    ([, value]) => value !== undefined,
  );
  return (
    <dl className={classes.facts}>
      {known.map(([name, value]) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} value`}>{value}</dd>,
      ])}
    </dl>
  );
}
