import { randomUUID } from 'node:crypto';
import { Json, JsonObject, objectOf } from '../wire/json';
import { Refusal, WireReply } from '../wire/serve';

/** A refusal as Vault words it; without texts it means "nothing there". */
export const refusal = (status: number, ...errors: string[]) =>
  new Refusal({ status, body: { errors } });

const listed = (...errors: string[]) => {
  const [count, noun] = [errors.length, errors.length > 1 ? 'errors' : 'error'];
  return `${count} ${noun} occurred:\n${errors.map(it => `\t* ${it}\n`).join('')}\n`;
};
export const denied = () => refusal(403, listed('permission denied'));
export const badToken = () =>
  refusal(403, listed('permission denied', 'invalid token'));
export const badAccessor = () => refusal(400, listed('invalid accessor'));
export const unsupportedPath = () => refusal(404, listed('unsupported path'));
export const noRoute = (path: string) =>
  refusal(404, `no handler for route "${path}". route entry not found.`);
export const notPlayed = (what: string) =>
  refusal(501, `The sandbox does not play ${what}; use a real Vault.`);

/** Vault's envelope; answers of `sys/` repeat their data at the top. */
export function answer(
  data: Json,
  extra: JsonObject & { status?: number; sys?: boolean } = {},
): WireReply {
  const { status = 200, sys = false, ...more } = extra;
  const body = {
    ...(sys && objectOf(data)),
    request_id: randomUUID(),
    lease_id: '',
    renewable: false,
    lease_duration: 0,
    data,
    wrap_info: null,
    warnings: null,
    auth: null,
    ...more,
  };
  return { status, body };
}

export const done: WireReply = { status: 204 };

/** Seconds of `720h`, `10m`, `90` or 90. */
export function secondsOf(duration: Json | undefined): number {
  const [, count = '0', unit = 's'] =
    String(duration ?? 0).match(/^(\d+)([smhd]?)$/) ?? [];
  const units = new Map([
    ['m', 60],
    ['h', 3600],
    ['d', 86400],
  ]);
  return Number(count) * (units.get(unit) ?? 1);
}
