import { setupPaths } from '../custodySetup/setupPaths';
import type { ReadSetup } from './derivedLogin';

/**
 * That the set-up of tokens is not as it has to be, if so: what is asked of a
 * token that there is says nothing of the next one.
 *
 * @public
 */
export function tokenSetupMessage({
  place,
  drift,
}: ReadSetup): string | undefined {
  const { tokenRole, tokenPolicy } = setupPaths(place);
  const changed = drift.filter(
    ({ object, state }) =>
      [tokenRole, tokenPolicy].includes(object) && state !== 'as-expected',
  );
  if (changed.length === 0) return undefined;
  const objects = changed.map(({ object, state }) =>
    state === 'differs' ? `${object} differs` : `${object} is ${state}`,
  );
  return `Asked of the token that it has; the next one may get other rights, for ${objects.join(' and ')}.`;
}
