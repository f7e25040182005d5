import type { Call } from '../../../operations/__testUtils__/administrator';
import type { Moment } from '../mortalBackend/Moment';
import { mint } from './writes';

/** An operation that is interrupted, for a namespace of its own. */
export interface DyingOperation {
  name: string;
  /** The class that claims are of; of that name in the run before all. */
  request(namespace: string): object;
  /** It makes the namespace too. */
  isNew?: boolean;
  /** Operations that are done before. */
  before?(namespace: string): object[];
  /** What it writes when it is not interrupted, with `<tenant>` for the name. */
  writes: string[];
  /** What has happened to a tenant for whom it was done once before. */
  after?(namespace: string, kubernetes: Call): Promise<unknown>;
  /** Keys that the tenant has when it is due. */
  keys?: string[];
  /** It changes something each time. */
  repeats?: boolean;
}

/** The moments about each of the writes, in their order. */
export function momentsOf(
  writes: readonly string[],
  when: readonly Moment['when'][],
): Moment[] {
  return writes.flatMap((_, i) => when.map(it => ({ write: i + 1, when: it })));
}

/**
 * From the answer of the mint until its accessor is recorded nobody knows it
 * (see "Minted tokens" of docs/security.md).
 */
export function isInGap(writes: readonly string[], moment: Moment): boolean {
  const minted = writes.indexOf(mint) + 1;
  if (minted === 0) return false;
  const { write, when } = moment;
  return write === (when === 'after' ? minted : minted + 1);
}
