import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Capabilities } from 'backstage-plugin-volume-encryption-node';
import { textsAt } from '../network/valueAt';
import type { VaultClient } from './VaultClient';
import { isUnknownAccessor } from './VaultRefusal';

type Options = { signal?: AbortSignal };
type Question = { path: string; who: string; accessor?: string };
type Answers = Map<string, readonly string[]>;

/** So many paths are some 20 kB, and judged in a moment. */
const PATHS_PER_CALL = 200;

/**
 * What tokens may do, as Vault itself judges it (`sys/capabilities-self`,
 * `sys/capabilities-accessor`). The paths are told in the body: none leads
 * anywhere, and none of them is looked at.
 * @param who - for messages: whose token answers for itself
 */
export function capabilitiesOf(
  vault: VaultClient,
  who = 'a token',
): Capabilities {
  return {
    own: (paths, options) =>
      ask(vault, paths, { ...options, who, path: 'sys/capabilities-self' }),
    async ofAccessor(accessor, paths, options) {
      const to = { who, path: 'sys/capabilities-accessor', accessor };
      try {
        return await ask(vault, paths, { ...options, ...to });
      } catch (error) {
        if (isUnknownAccessor(error)) return undefined;
        throw error;
      }
    },
  };
}

async function ask(
  vault: VaultClient,
  paths: readonly string[],
  { path, who, accessor, signal }: Options & Question,
): Promise<Answers> {
  const answers: Answers = new Map();
  const all = [...new Set(paths)];
  for (let start = 0; start < all.length; start += PATHS_PER_CALL) {
    const some = all.slice(start, start + PATHS_PER_CALL);
    const what = `say what ${who} may do`;
    const body = { paths: some, accessor };
    const answer = await vault.write(path, body, { what, signal });
    for (const it of some) answers.set(it, capabilitiesAt(answer, it, what));
  }
  return answers;
}

/** A path without an answer is not one that is denied. */
function capabilitiesAt(answer: unknown, path: string, what: string): string[] {
  const found = textsAt(answer, 'data', path).sort();
  if (found.length > 0) return found;
  throw new VolumeEncryptionError(
    'kms-unreachable',
    `Vault did not ${what} at ${path}.`,
  );
}
