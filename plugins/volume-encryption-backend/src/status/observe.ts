import {
  observed,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import { whyUnknown } from './whyUnknown';

/** What a read gives, as a fact of `at` (ISO 8601). A failure is one too. */
export async function observe<T>(
  at: string,
  read: () => Promise<T>,
): Promise<Observed<T>> {
  try {
    return observed(await read(), at);
  } catch (error) {
    return whyUnknown(error);
  }
}
