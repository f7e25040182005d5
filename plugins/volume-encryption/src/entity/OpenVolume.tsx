import { Progress } from '@backstage/core-components';
import Alert from '@material-ui/lab/Alert';
import type { EntityVolumes } from 'backstage-plugin-volume-encryption-common';
import { VolumeDrawer } from '../details';
import { useEntityVolume } from '../loading';
import { isGone } from '../problems';
import { parseVolumeKey, volumeKey, type VolumeName } from '../volumes';

/** The volume the address names: its details, or that there is none. */
export function OpenVolume(props: {
  known: EntityVolumes;
  selectedKey?: string;
  onClose: () => void;
}) {
  const { known, selectedKey, onClose } = props;
  if (selectedKey === undefined) return null;
  const volume = known.volumes.find(one => volumeKey(one) === selectedKey);
  if (volume) {
    return (
      <VolumeDrawer
        entityRef={known.entityRef}
        volume={volume}
        onClose={onClose}
      />
    );
  }
  const name = parseVolumeKey(selectedKey);
  return name ? (
    <VolumeElsewhere known={known} name={name} onClose={onClose} />
  ) : (
    <NotAmong selectedKey={selectedKey} onClose={onClose} />
  );
}

/** A volume that is not on the page in view. */
function VolumeElsewhere(props: {
  known: EntityVolumes;
  name: VolumeName;
  onClose: () => void;
}) {
  const { known, name, onClose } = props;
  const { value, error } = useEntityVolume(known, name);
  if (value) {
    return (
      <VolumeDrawer
        entityRef={known.entityRef}
        volume={value}
        onClose={onClose}
      />
    );
  }
  if (!error) return <Progress />;
  const selectedKey = volumeKey(name);
  return isGone(error) ? (
    <NotAmong selectedKey={selectedKey} onClose={onClose} />
  ) : (
    <Alert severity="error" onClose={onClose}>
      {selectedKey} could not be read: {error.message}
    </Alert>
  );
}

function NotAmong(props: { selectedKey: string; onClose: () => void }) {
  return (
    <Alert severity="info" onClose={props.onClose}>
      {props.selectedKey} is not among the volumes of this component.
    </Alert>
  );
}
