import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import { FactList, Section } from '../facts';
import { Age } from '../time';

const bindingWords: Record<NonNullable<VolumeView['bindingMode']>, string> = {
  Immediate: 'at once',
  WaitForFirstConsumer: 'when its first pod comes',
};

/** The Kubernetes record of a volume. */
export function RecordSection({ volume }: { volume: VolumeView }) {
  const { phase, requested, capacity, storageClass, bindingMode } = volume;
  return (
    <Section title="The record">
      <FactList
        facts={{
          Phase: phase,
          Size: capacity
            ? `${capacity}, ${requested} asked for`
            : `${requested} asked for`,
          StorageClass:
            storageClass && bindingMode
              ? `${storageClass}, binds ${bindingWords[bindingMode]}`
              : storageClass,
          PersistentVolume: volume.persistentVolume,
          Driver: volume.driver,
          Handle: volume.volumeHandle && <code>{volume.volumeHandle}</code>,
          Created: <Age at={volume.createdAt} />,
          Confirmed: <Age at={volume.observedAt} />,
        }}
      />
    </Section>
  );
}
