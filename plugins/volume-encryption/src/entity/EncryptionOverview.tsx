import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { OutdatedNotice, SourceProblems } from '../problems';
import { EntityTimeline } from '../timeline';
import { ProtectionCounts } from '../volumes';
import { NoVolumes } from './NoVolumes';
import { OpenVolume } from './OpenVolume';
import { RequestVolume } from './RequestVolume';
import { VolumesPage, type ShownVolumes } from './VolumesPage';

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
  shown: ShownVolumes;
  /** Why it could not be read again. */
  error?: Error;
  onRetry: () => void;
}) {
  const classes = useStyles();
  const { shown, error, onRetry } = props;
  return (
    <div className={classes.page}>
      {error && <OutdatedNotice error={error} onRetry={onRetry} />}
      <SourceProblems problems={shown.known.problems} rows="volumes" />
      <Volumes {...shown} />
    </div>
  );
}

function Volumes({ known, isFormer, address }: ShownVolumes) {
  const classes = useStyles();
  const { entityRef, total, problems } = known;
  if (total === 0 && !isFormer && !address.query.search) {
    return problems.length === 0 ? (
      <NoVolumes entityRef={entityRef} />
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
        <ProtectionCounts known={known} />
        <RequestVolume entityRef={entityRef} />
      </div>
      <VolumesPage known={known} isFormer={isFormer} address={address} />
      <OpenVolume
        known={known}
        selectedKey={address.query.volume}
        onClose={() => address.goTo({ volume: undefined })}
      />
      <EntityTimeline entityRef={entityRef} />
    </>
  );
}
