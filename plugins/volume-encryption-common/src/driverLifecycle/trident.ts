import { DATA_IS_LOST, possible } from './actAnswers';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';
import {
  keyOfSource,
  keyStays,
  keyWhenGrown,
  otherPassphraseWarning,
} from './heldKeys';

/**
 * NetApp Trident. LUKS is grown with the passphrase of `node-expand-secret-*`, and
 * without it "cannot expand LUKS encrypted volume; no passphrase provided"
 * (`frontend/csi/node_server.go` nodeExpandVolume). A snapshot remembers the names
 * of the passphrases of its time (`core/orchestrator_core.go`, NetAppDocs/trident
 * `trident-reco/security-luks.adoc`): one that a snapshot names must not be lost.
 * A clone shares the blocks of its source.
 */
export const trident: DriverLifecycle = {
  drivers: ['trident'],
  sources:
    'NetApp/trident frontend/csi/node_server.go, core/orchestrator_core.go; NetAppDocs/trident trident-reco/security-luks.adoc',
  expand: volume =>
    possible(
      'The volume grows at the array, and on the node that has it mounted.',
      keyWhenGrown(volume, true),
      isLuks(volume)
        ? 'Growing LUKS fails unless the class names the Secret as node-expand-secret.'
        : undefined,
    ),
  snapshot: volume =>
    possible(
      'The snapshot shares the blocks of the volume, and is encrypted as that is.',
      keyOfSource(volume),
      isLuks(volume)
        ? 'After a change of the passphrase the snapshot still opens with the former one only: keep it as long as the snapshot.'
        : undefined,
    ),
  restore: copy,
  clone: copy,
  delete: volume =>
    possible(
      'Trident deletes the volume at the array.',
      keyStays(volume),
      DATA_IS_LOST,
    ),
};

function copy(volume: LifecycleVolume): ActAnswer {
  return possible(
    'A new volume that shares the blocks of its source, and is encrypted as that is.',
    keyOfSource(volume),
    otherPassphraseWarning(volume),
  );
}

function isLuks({ encryption, keptIn }: LifecycleVolume): boolean {
  return encryption === 'other' && keptIn === 'secret';
}
