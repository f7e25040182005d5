import { makeStyles } from '@material-ui/core/styles';
import type { CoverageCounts } from 'backstage-plugin-volume-encryption-common';
import { coverageParts } from './coverageParts';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      width: '100%',
      minWidth: 120,
      height: 14,
      gap: 1,
      borderRadius: 3,
      overflow: 'hidden',
      background: theme.palette.action.hover,
    },
    // A single volume among thousands is still to be seen.
    part: { minWidth: 3 },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    sample: {
      display: 'inline-block',
      width: 12,
      height: 12,
      marginRight: theme.spacing(0.75),
      borderRadius: 2,
      verticalAlign: 'middle',
    },
  }),
  { name: 'VolumeEncryptionCoverageBar' },
);

/** The counts as a bar; silent, because the columns beside it say the same. */
export function CoverageBar({ counts }: { counts: CoverageCounts }) {
  const classes = useStyles();
  return (
    <div className={classes.bar} aria-hidden>
      {coverageParts
        .filter(({ countOf }) => countOf(counts) > 0)
        .map(({ title, color, countOf }) => (
          <div
            key={title}
            className={classes.part}
            title={`${title}: ${countOf(counts).toLocaleString('en')}`}
            style={{ background: color, flexGrow: countOf(counts) }}
          />
        ))}
    </div>
  );
}

/** What the colours mean, with the counts of all. */
export function CoverageLegend({ counts }: { counts: CoverageCounts }) {
  const classes = useStyles();
  return (
    <ul className={classes.legend} aria-label="All volumes by protection">
      {coverageParts.map(({ title, color, countOf }) => (
        <li key={title}>
          <span
            className={classes.sample}
            style={{ background: color }}
            aria-hidden
          />
          {countOf(counts).toLocaleString('en')} {title.toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
