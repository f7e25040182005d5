import {
  folderKey,
  isVolumeEncryptionError,
  matchListing,
  VolumeEncryptionError,
  type KeyFolder,
  type KeyLook,
  type UsesOfKms,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';

/** One look at a folder of keys. */
export interface FolderQuestion {
  kms: Kms;
  folder: KeyFolder;
  /** What was known to have keys before the KMS is asked. */
  uses: UsesOfKms;
  /** The look before. */
  before: KeyLook | undefined;
  now: () => Date;
  signal: AbortSignal;
}

/**
 * Asks the KMS for the names in a folder, by one call. What fails leaves what was
 * listed before, with the reason. Throws when the KMS as a whole does not answer.
 */
export async function lookAtFolder(question: FolderQuestion): Promise<KeyLook> {
  const { kms, folder, uses, before, now, signal } = question;
  const at = now().toISOString();
  try {
    const names = await kms.listKeys(folder, { signal });
    const isExpected = uses.byFolder.has(folderKey(folder));
    if (names.size === 0 && isExpected) await requireKeyValue2(question);
    return { ...folder, listing: matchListing(folder, { names, at }, uses) };
  } catch (error) {
    if (isOfWholeKms(error)) throw error;
    const failure = isVolumeEncryptionError(error)
      ? error.message
      : 'The names of its keys could not be listed.';
    return { ...folder, listing: before?.listing, failure };
  }
}

/** Another engine answers alike to be asked for a folder that there is not. */
async function requireKeyValue2({
  kms,
  folder: { mount },
  signal,
}: FolderQuestion): Promise<void> {
  const found = await kms.readMount(mount, { signal });
  if (!found || (found.type === 'kv' && found.version === '2')) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `The mount ${mount} is not KV version 2, so that its keys cannot be listed.`,
  );
}

function isOfWholeKms(error: unknown): boolean {
  return (
    isVolumeEncryptionError(error) &&
    ['kms-sealed', 'kms-unreachable', 'timeout'].includes(error.code)
  );
}
