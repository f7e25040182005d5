import {
  observed,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import { whyUnknown } from '../status/whyUnknown';

/** What was read, or why it could not be. */
export async function observe<T>(
  reading: Promise<T>,
  at: string,
): Promise<Observed<T>> {
  try {
    return observed(await reading, at);
  } catch (error) {
    return whyUnknown(error);
  }
}
