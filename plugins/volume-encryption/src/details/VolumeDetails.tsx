import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import { CustodyChain } from '../custody';
import { Section } from '../facts';
import { VolumeTimeline } from '../timeline';
import { Answers } from './Answers';
import { DiagnosesSection } from './DiagnosesSection';
import { KeyRotationSection } from './KeyRotationSection';
import { KeySection } from './KeySection';
import { LifecycleSection } from './LifecycleSection';
import { MountsSection } from './MountsSection';
import { MoveSection } from './MoveSection';
import { RecordSection } from './RecordSection';

/** All that is known of a volume, the answers first. */
export function VolumeDetails(props: {
  entityRef: string;
  volume: VolumeView;
}) {
  const { entityRef, volume } = props;
  return (
    <>
      <Answers volume={volume} />
      <MoveSection entityRef={entityRef} volume={volume} />
      <DiagnosesSection diagnoses={volume.diagnoses} />
      <Section title="From the claim to its key">
        <CustodyChain chain={volume.chain} />
      </Section>
      <KeySection
        custody={volume.custody}
        keyObservedAt={volume.keyObservedAt}
      />
      <KeyRotationSection entityRef={entityRef} volume={volume} />
      <LifecycleSection entityRef={entityRef} volume={volume} />
      <MountsSection mounts={volume.mounts} />
      <RecordSection volume={volume} />
      <VolumeTimeline entityRef={entityRef} volume={volume} />
    </>
  );
}
