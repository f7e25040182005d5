import Typography from '@material-ui/core/Typography';
import {
  entityVolumesCreatePermission,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { allows, useCapabilities } from '../capabilities';
import { Section } from '../facts';
import { TemplateButton } from '../templates';

/** Of a volume that is not encrypted: the way to one that is, for who may ask for it. */
export function MoveSection(props: { entityRef: string; volume: VolumeView }) {
  const { phase, protection } = props.volume;
  const isClear =
    protection.verdict === 'none' ||
    protection.verdict === 'infrastructure-only';
  return isClear && phase === 'Bound' ? <WayToEncrypted {...props} /> : null;
}

function WayToEncrypted(props: { entityRef: string; volume: VolumeView }) {
  const { entityRef, volume } = props;
  const { cluster, namespace, claim } = volume;
  const { value } = useCapabilities(entityRef);
  if (!allows(value, entityVolumesCreatePermission)) return null;
  return (
    <Section title="Not encrypted yet">
      <Typography variant="body2" paragraph>
        A volume cannot be encrypted where it is: its data is copied to a new
        one. The plan says what is in the way, who does what, and how the copy
        is verified. It starts nothing.
      </Typography>
      <TemplateButton
        template="encrypt-existing-volume"
        values={{ entityRef, tenant: { cluster, namespace }, claim }}
      >
        Move to an encrypted volume
      </TemplateButton>
    </Section>
  );
}
