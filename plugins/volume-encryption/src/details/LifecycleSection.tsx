import {
  entityVolumesReadPermission,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { Section } from '../facts';
import { LifecycleActs } from './LifecycleActs';

/** What would happen to the volume and its key; asked when it opens. */
export function LifecycleSection(props: {
  entityRef: string;
  volume: VolumeView;
}) {
  const { lifecycle } = props.volume;
  return (
    <Section title="What happens if…">
      {lifecycle ? (
        <LifecycleActs lifecycle={lifecycle} />
      ) : (
        <AskedLifecycle {...props} />
      )}
    </Section>
  );
}

/** A page of volumes does not tell it; the answer about one volume does. */
function AskedLifecycle(props: { entityRef: string; volume: VolumeView }) {
  const { entityRef, volume } = props;
  const { cluster, namespace, claim } = volume;
  const kept = useAnswer({
    about: `lifecycle ${entityRef} ${cluster}/${namespace}/${claim}`,
    ask: (api, signal) =>
      api.getEntityVolume(entityRef, { cluster, namespace, claim }, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="What would happen to the volume"
      permission={entityVolumesReadPermission.name}
    >
      {({ lifecycle }) => lifecycle && <LifecycleActs lifecycle={lifecycle} />}
    </AnswerView>
  );
}
