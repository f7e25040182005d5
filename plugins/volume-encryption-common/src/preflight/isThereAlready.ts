import type { Outlook } from './preflightFacts';

/** A claim that is there has passed admission, and asks for nothing more. */
export function isThereAlready(existing: Outlook['existing']): boolean {
  return existing.status === 'observed' && existing.value !== undefined;
}
