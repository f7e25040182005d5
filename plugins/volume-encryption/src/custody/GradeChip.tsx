import { makeStyles } from '@material-ui/core/styles';
import type { EvidenceGrade } from 'backstage-plugin-volume-encryption-common';

/** What each grade means; openapi.yaml, `EvidenceGrade`. */
const meanings: Record<EvidenceGrade, { short: string; long: string }> = {
  E0: { short: 'no evidence', long: 'no evidence' },
  E1: { short: 'asked for', long: 'asked for, by the class or a person' },
  E2: { short: 'recorded', long: 'recorded on the PersistentVolume' },
  E3: { short: 'reported', long: 'reported by the driver or backend' },
  E4: { short: 'mounted', long: 'observed by a mount' },
  E5: { short: 'key seen', long: 'key seen in the KMS, metadata only' },
  E6: { short: 'backend asked', long: 'answer of the storage backend' },
};

const useStyles = makeStyles(
  theme => ({
    chip: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(11),
      lineHeight: 1.5,
      padding: theme.spacing(0, 0.75),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'VolumeEncryptionGradeChip' },
);

/** How strong a piece of evidence is, in a word; the whole on hover. */
export function GradeChip({ grade }: { grade: EvidenceGrade }) {
  const classes = useStyles();
  const { short, long } = meanings[grade];
  return (
    <span className={classes.chip} title={`Evidence ${grade}: ${long}`}>
      {grade} {short}
    </span>
  );
}
