import { makeStyles } from '@material-ui/core/styles';
import type { CoverageCounts } from 'backstage-plugin-volume-encryption-common';
import { coverageParts } from './coverageParts';
import { usePartTextures } from './PartTextures';

const useStyles = makeStyles(
  theme => ({
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    sample: { marginRight: theme.spacing(0.75), verticalAlign: 'text-bottom' },
  }),
  { name: 'VolumeEncryptionPartsLegend' },
);

/** What colours and textures mean, with the counts. */
export function PartsLegend(props: { label: string; counts: CoverageCounts }) {
  const classes = useStyles();
  const { label, counts } = props;
  const { textures, fills } = usePartTextures();
  return (
    <ul className={classes.legend} aria-label={label}>
      {coverageParts.map(({ title, countOf }, index) => (
        <li key={title}>
          <svg className={classes.sample} width={16} height={16} aria-hidden>
            {index === 0 && textures}
            <rect width={16} height={16} rx={2} fill={fills.get(title)} />
          </svg>
          {countOf(counts).toLocaleString('en')} {title.toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
