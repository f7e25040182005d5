import Alert from '@material-ui/lab/Alert';
import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import { VolumeDrawer } from '../details';
import { volumeKey } from '../volumes';

/** The volume the address names: its details, or that there is none. */
export function OpenVolume(props: {
  volumes: VolumeView[];
  selectedKey?: string;
  onClose: () => void;
}) {
  const { volumes, selectedKey, onClose } = props;
  if (selectedKey === undefined) return null;
  const volume = volumes.find(one => volumeKey(one) === selectedKey);
  return volume ? (
    <VolumeDrawer volume={volume} onClose={onClose} />
  ) : (
    <Alert severity="info" onClose={onClose}>
      {selectedKey} is not among the volumes of this component.
    </Alert>
  );
}
