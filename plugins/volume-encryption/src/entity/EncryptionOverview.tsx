import { LinkButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { EntityVolumes } from 'backstage-plugin-volume-encryption-common';
import { OutdatedNotice, SourceProblems } from '../problems';
import { ProtectionCounts, VolumesTable } from '../volumes';
import { NoVolumes } from './NoVolumes';
import { OpenVolume } from './OpenVolume';
import { templateLink } from './templateLink';
import { useSelectedVolume } from './useSelectedVolume';

const useStyles = makeStyles(
  theme => ({
    page: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
  }),
  { name: 'VolumeEncryptionOverview' },
);

/** What is known of an entity's volumes, with what could not be read. */
export function EncryptionOverview(props: {
  known: EntityVolumes;
  /** Why `known` could not be read again. */
  error?: Error;
  onRetry: () => void;
}) {
  const classes = useStyles();
  const { known, error, onRetry } = props;
  return (
    <div className={classes.page}>
      {error && <OutdatedNotice error={error} onRetry={onRetry} />}
      <SourceProblems problems={known.problems} />
      <Volumes known={known} />
    </div>
  );
}

function Volumes({ known }: { known: EntityVolumes }) {
  const classes = useStyles();
  const selected = useSelectedVolume();
  if (known.volumes.length === 0) {
    return known.problems.length === 0 ? (
      <NoVolumes entityRef={known.entityRef} />
    ) : (
      <Typography>
        No volume of this component could be read. That does not mean that it
        has none.
      </Typography>
    );
  }
  return (
    <>
      <div className={classes.heading}>
        <ProtectionCounts volumes={known.volumes} />
        <LinkButton
          color="primary"
          variant="contained"
          to={templateLink(known.entityRef)}
        >
          Request an encrypted volume
        </LinkButton>
      </div>
      <VolumesTable
        volumes={known.volumes}
        linkTo={selected.linkTo}
        onOpen={selected.open}
      />
      <OpenVolume
        volumes={known.volumes}
        selectedKey={selected.key}
        onClose={selected.close}
      />
    </>
  );
}
