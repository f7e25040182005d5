import type { Finding } from '../contract/reasons';
import { driverProfileOf } from '../driver/driverProfiles';
import type { ClassAsk } from '../driver/volumeAnswer';
import { isRestored } from './isRestored';
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
  const ask = profile.readClass(parameters);
  const newer = newerClass(meta, judged.volume, changeOf(judged, ask));
  if (newer) return [newer];
  return mayHaveMade(judged, facts) ? asked(meta.name, ask) : [];
}

/** Restored from a backup, its times and its class may be of another cluster. */
function mayHaveMade(
  { volume }: Judged,
  { claim, storageClass }: VolumeFacts,
): boolean {
  const isOfBackup = [volume.meta, claim.meta].some(isRestored);
  const isNamed =
    storageClass.status === 'observed' &&
    storageClass.value?.meta.name === volume.storageClassName;
  return isNamed && !isOfBackup && !isStatic(volume);
}

/** Where the class of today asks for the opposite of what the volume is. */
function changeOf({ answer }: Judged, { asks }: ClassAsk): string | undefined {
  const isEncrypted = answer.says === 'encrypted';
  const asksForIt = isEncryption(asks);
  if (answer.says === 'unsettled' || isEncrypted === asksForIt)
    return undefined;
  if (!asksForIt && asks !== 'none') return undefined;
  return isEncrypted
    ? 'It asks for no encryption, and the volume is encrypted.'
    : 'It asks for encryption, and the volume is not encrypted.';
}

function isEncryption(asks: ClassAsk['asks']): boolean {
  return asks.startsWith('volume/') || asks === 'infrastructure-only';
}

function asked(name: string, { asks, isVague, why }: ClassAsk): Finding[] {
  return [
    {
      code: 'class-asked',
      severity: 'info',
      grade: isEncryption(asks) || isVague ? 'E1' : 'E0',
      message: `${why} That is what the class "${name}" asks for, and no evidence.`,
    },
  ];
}
