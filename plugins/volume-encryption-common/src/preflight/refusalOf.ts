import { isVolumeEncryptionError } from '../contract/errors';

/** Why the plan would refuse, in its own words; undefined where it would not. */
export function refusalOf(require: () => void): string | undefined {
  try {
    require();
    return undefined;
  } catch (error) {
    if (isVolumeEncryptionError(error)) return error.message;
    throw error;
  }
}
