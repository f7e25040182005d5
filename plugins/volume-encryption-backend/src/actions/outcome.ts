import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { carryOutOperation } from '../http/carryOutOperation';
import type { ActionParts } from './ActionParts';
import { asBackstageError } from './asBackstageError';
import type { Zod } from './tenantInShort';

/** What the actions tell of an operation that is done: names only. */
export const outcomeSchema = (z: Zod) =>
  z.object({
    steps: z.array(z.string()).describe('What each step did'),
    notes: z.array(z.string()),
  });

/** Carries out an operation under the same conditions as `POST /operations`. */
export async function outcomeOf(
  asked: OperationRequest,
  credentials: BackstageCredentials,
  parts: ActionParts,
) {
  try {
    const done = await carryOutOperation(asked, { credentials }, parts);
    return {
      steps: done.steps.map(({ title, outcome }) => `${title}: ${outcome}`),
      notes: done.notes.map(({ message }) => message),
    };
  } catch (error) {
    throw asBackstageError(error);
  }
}
