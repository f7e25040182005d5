import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Close from '@material-ui/icons/Close';
import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import { VolumeDetails } from './VolumeDetails';

const TITLE_ID = 'volume-encryption-details-title';

const useStyles = makeStyles(
  theme => ({
    paper: { width: 'min(680px, 100%)', padding: theme.spacing(3) },
    heading: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      marginBottom: theme.spacing(2),
    },
    name: { overflowWrap: 'anywhere' },
  }),
  { name: 'VolumeEncryptionDrawer' },
);

/** A volume's details beside the table; Escape or the button closes it. */
export function VolumeDrawer(props: {
  entityRef: string;
  volume: VolumeView;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { entityRef, volume, onClose } = props;
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      classes={{ paper: classes.paper }}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE_ID,
      }}
    >
      <div className={classes.heading}>
        <div className={classes.name}>
          <Typography id={TITLE_ID} variant="h5" component="h2">
            {volume.claim}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            namespace {volume.namespace} on cluster {volume.cluster}
          </Typography>
        </div>
        <IconButton onClick={onClose} aria-label="Close the details">
          <Close />
        </IconButton>
      </div>
      <VolumeDetails entityRef={entityRef} volume={volume} />
    </Drawer>
  );
}
