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

/** Enables the auth method `type` at its usual path unless it is there already. */
export async function enableAuth(
  vault: JsonApi,
  type: string,
): Promise<string> {
  const there = await authAccessor(vault, type);
  if (there) return there;
  const path = `/v1/sys/auth/${type}`;
  await vault.demand({ method: 'POST', path, body: { type } });
  const { body } = await vault.demand({ method: 'GET', path });
  return textAt(body, 'data', 'accessor');
}
