import {
  entityVolumesReadPermission,
  entityVolumesUpdatePermission,
  type KeyRotation,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { allows, useCapabilities } from '../capabilities';
import { Section } from '../facts';
import { TemplateButton } from '../templates';
import { KeyRotationFacts } from './KeyRotationFacts';

/** How and when csi-addons changes the key of a volume; asked when it opens. */
export function KeyRotationSection(props: {
  entityRef: string;
  volume: VolumeView;
}) {
  const { entityRef, volume } = props;
  const { cluster, namespace, claim } = volume;
  const kept = useAnswer({
    about: `key-rotation ${entityRef} ${cluster}/${namespace}/${claim}`,
    ask: (api, signal) =>
      api.getKeyRotation(entityRef, { cluster, namespace, claim }, signal),
  });
  return (
    <Section title="Key rotation">
      <AnswerView
        kept={kept}
        what="The rotation of the key"
        permission={entityVolumesReadPermission.name}
      >
        {rotation => (
          <>
            <KeyRotationFacts rotation={rotation} />
            <SetSchedule {...props} rotation={rotation} />
          </>
        )}
      </AnswerView>
    </Section>
  );
}

/** Leads to the template; only where a schedule can be set, by who may. */
function SetSchedule(props: {
  entityRef: string;
  volume: VolumeView;
  rotation: KeyRotation;
}) {
  const { entityRef, volume, rotation } = props;
  const { cluster, namespace, claim } = volume;
  const { value } = useCapabilities(entityRef);
  const isOffered =
    rotation.availability === 'available' &&
    allows(value, entityVolumesUpdatePermission);
  if (!isOffered) return null;
  return (
    <TemplateButton
      template="key-rotation-schedule"
      values={{
        entityRef,
        tenant: { cluster, namespace },
        claim,
      }}
    >
      {rotation.schedule ? 'Change the schedule' : 'Set a schedule'}
    </TemplateButton>
  );
}
