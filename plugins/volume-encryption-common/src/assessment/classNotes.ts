import type { Finding } from '../contract/reasons';
import { driverProfileOf } from '../driver/driverProfiles';
import type { ClassAsk } from '../driver/volumeAnswer';
import type { JudgedVolume } from './judgeVolume';
import { newerClass } from './newerClass';
import { isStatic } from './volumeObjects';
import type { VolumeFacts } from './volumeFacts';

type Judged = Omit<JudgedVolume, 'notes'>;

/** What should be known of the class beside the volume's facts; never evidence. */
export function classNotes(judged: Judged, facts: VolumeFacts): Finding[] {
  const { storageClass } = facts;
  if (storageClass.status === 'unknown' || !storageClass.value) return [];
  const { meta, provisioner, parameters } = storageClass.value;
  const profile = driverProfileOf(provisioner);
  if (profile?.id !== judged.profile.id) {
    return [
      {
        code: 'class-of-other-driver',
        severity: 'info',
        message: `The class "${meta.name}" is of another driver today (${provisioner}), so it did not make the volume and says nothing about it.`,
      },
    ];
  }
  const newer = newerClass(meta, judged.volume.meta);
  if (newer) return [newer];
  const ask = profile.readClass(parameters);
  return mayHaveMade(judged, facts) ? asked(meta.name, ask) : [];
}

/** Restored from a backup, its times and its class may be of another cluster. */
function mayHaveMade(
  { volume }: Judged,
  { claim, storageClass }: VolumeFacts,
): boolean {
  const isRestored = [volume.meta, claim.meta].some(({ labels }) =>
    Object.keys(labels).some(it => it.startsWith('velero.io/')),
  );
  const isNamed =
    storageClass.status === 'observed' &&
    storageClass.value?.meta.name === volume.storageClassName;
  return isNamed && !isRestored && !isStatic(volume);
}

function asked(name: string, { asks, isVague, why }: ClassAsk): Finding[] {
  const isEncrypted =
    asks.startsWith('volume/') || asks === 'infrastructure-only';
  return [
    {
      code: 'class-asked',
      severity: 'info',
      grade: isEncrypted || isVague ? 'E1' : 'E0',
      message: `${why} That is what the class "${name}" asks for, and no evidence.`,
    },
  ];
}
