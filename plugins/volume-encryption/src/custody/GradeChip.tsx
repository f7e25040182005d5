import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import type { EvidenceGrade } from 'backstage-plugin-volume-encryption-common';

/** What each grade means; openapi.yaml, `EvidenceGrade`. */
const meanings: Record<EvidenceGrade, string> = {
  E0: 'no evidence',
  E1: 'asked for',
  E2: 'recorded on the PersistentVolume',
  E3: 'reported by the driver or backend',
  E4: 'observed by a mount',
  E5: 'key seen in the KMS, metadata only',
  E6: 'answer of the storage backend',
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

/** How strong a piece of evidence is, with its meaning on hover and focus. */
export function GradeChip({ grade }: { grade: EvidenceGrade }) {
  const classes = useStyles();
  return (
    <Tooltip title={`Evidence ${grade}: ${meanings[grade]}`}>
      <span
        className={classes.chip}
        role="note"
        tabIndex={0}
        aria-label={`Evidence ${grade}: ${meanings[grade]}`}
      >
        {grade}
      </span>
    </Tooltip>
  );
}
