import { textAt, valueAt } from '../access/fields';
import type { JsonApi } from '../access/jsonApi';

/** The accessor of an auth mount, e.g. of `token`; undefined when it is not there. */
export async function authAccessor(
  vault: JsonApi,
  mount: string,
): Promise<string | undefined> {
  const { body } = await vault.demand({ method: 'GET', path: '/v1/sys/auth' });
  const found = valueAt(body, ['data', `${mount}/`]);
  return found === undefined ? undefined : textAt(found, 'accessor');
}

/**
 * Enables the auth method `type` unless it is there already.
 * @param mount - where; at its usual path without it
 * @returns its accessor
 */
export async function enableAuth(
  vault: JsonApi,
  type: string,
  mount = type,
): Promise<string> {
  const there = await authAccessor(vault, mount);
  if (there) return there;
  const path = `/v1/sys/auth/${mount}`;
  await vault.demand({ method: 'POST', path, body: { type } });
  const { body } = await vault.demand({ method: 'GET', path });
  return textAt(body, 'data', 'accessor');
}
