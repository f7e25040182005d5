import { randomUUID } from 'node:crypto';
import { Json, JsonObject } from '../wire/json';
import { Refusal, WireReply } from '../wire/serve';

/** A refusal as Vault words it; without texts it means "nothing there". */
export const refusal = (status: number, ...errors: string[]) =>
  new Refusal({ status, body: { errors } });

function listed(status: number, ...all: string[]) {
  const head = `${all.length} error${all.length > 1 ? 's' : ''} occurred:\n`;
  return refusal(status, `${head}${all.map(it => `\t* ${it}\n`).join('')}\n`);
}

/** The refusals of Vault 1.21 that recur. */
export const denied = () => listed(403, 'permission denied');
export const unproven = () => refusal(403, 'permission denied');
export const badToken = () => listed(403, 'permission denied', 'invalid token');
export const badAccessor = (accessor: string) =>
  listed(400, `${accessor ? 'invalid' : 'missing'} accessor`);
export const unsupportedPath = () => listed(404, 'unsupported path');
export const noRoute = (path: string) =>
  refusal(404, `no handler for route "${path}". route entry not found.`);

/** What the stand-in leaves to real servers. */
export const notPlayed = (what: string) =>
  refusal(501, `The sandbox does not play ${what}; use a real Vault.`);

/** Throws a 400 with `text` when `broken`. */
export function refuseIf(broken: unknown, text: string) {
  if (broken) throw refusal(400, text);
}

/** Vault's envelope around `data`; `rest` goes beside it. */
export function answer(data: Json, rest: JsonObject = {}): WireReply {
  const request_id = randomUUID();
  const lease = { lease_id: '', renewable: false, lease_duration: 0 };
  const none = { wrap_info: null, warnings: null, auth: null };
  const body = { request_id, ...lease, data, ...none, ...rest };
  return { status: 200, body };
}

export const done: WireReply = { status: 204 };

/** Seconds of `720h`, `10m`, `90` or 90. */
export function secondsOf(duration?: Json): number {
  const [, count = 0, unit = ''] = `${duration}`.match(/^(\d+)([smh]?)$/) ?? [];
  return Number(count) * 60 ** Math.max(0, 'smh'.indexOf(unit));
}
