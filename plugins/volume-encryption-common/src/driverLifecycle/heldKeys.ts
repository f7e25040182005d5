import type { LifecycleKey } from '../contract/api';
import { keyOf, UNKNOWN_KEY } from './actAnswers';
import type { LifecycleVolume } from './driverLifecycle';

/** Who holds a key that drivers only use, and so never delete, in words. */
const HOLDERS: Partial<Record<LifecycleVolume['keptIn'], string>> = {
  secret: 'in its Secret',
  array: 'at the array or its key manager',
  provider: 'with the provider',
  kms: 'in the key management service',
  node: 'in its file on the node',
};

/** A driver that makes no keys deletes none with a volume. */
export function keyStays(volume: LifecycleVolume): LifecycleKey {
  const where = HOLDERS[volume.keptIn];
  return where
    ? keyOf(
        volume,
        'stays',
        `The key stays ${where}: the driver deletes the volume only.`,
      )
    : keyOf(volume, 'unknown', UNKNOWN_KEY.message);
}

/** Blocks that are copied with their LUKS header open as their source does. */
export function keyOfSource(volume: LifecycleVolume): LifecycleKey {
  switch (volume.keptIn) {
    case 'secret':
      return keyOf(
        volume,
        'same',
        'The copy has the LUKS header of its source and opens with the same passphrase.',
      );
    case 'array':
      return keyOf(
        volume,
        'shared',
        'The copy is encrypted by the array, as its source is.',
      );
    default:
      return keyOf(volume, 'unknown', UNKNOWN_KEY.message);
  }
}

/** The passphrase that a copy is opened with is the one that its class names. */
export function otherPassphraseWarning({
  encryption,
  keptIn,
}: LifecycleVolume): string | undefined {
  return encryption === 'other' && keptIn === 'secret'
    ? 'The Secret that the copy names must hold the passphrase of its source, or the copy cannot be opened.'
    : undefined;
}

/** Growing changes no key; a driver may want it to grow what is encrypted. */
export function keyWhenGrown(
  volume: LifecycleVolume,
  isAskedFor: boolean,
): LifecycleKey {
  const asked =
    isAskedFor && volume.keptIn === 'secret'
      ? 'The key stays as it is, and the node needs it to grow what is encrypted.'
      : 'The key stays as it is.';
  return keyOf(volume, 'same', asked);
}
