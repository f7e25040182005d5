import { Json } from '../wire/json';
import { Refusal } from '../wire/serve';
import { Target } from './resources';

type Code = [code: number, reason: string];

/** A refusal as the API server gives it: a `Status` object. */
export function failure([code, reason]: Code, message: string, details?: Json) {
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  const rest = { status: 'Failure', message, reason, details, code };
  return new Refusal({ status: code, body: { ...head, ...rest } });
}

export const badRequest = (why: string) => failure([400, 'BadRequest'], why);
/** What the stand-in leaves to real servers. */
export function notPlayed(what: string) {
  const message = `The sandbox does not play ${what}; use a real API server.`;
  return failure([501, 'NotImplemented'], message);
}

const full = (it: string, group?: string) => it + (group ? `.${group}` : '');

/** A refusal about an object or a collection, which comes where `%` is. */
export function refused(code: Code, { resource, name }: Target, why: string) {
  const { plural: kind, group } = resource;
  const what = full(kind, group) + (name ? ` "${name}"` : '');
  return failure(code, why.replace('%', what), { name, group, kind });
}

export const notFound = (target: Target) =>
  refused([404, 'NotFound'], target, '% not found');

/** 403 with the words of the RBAC authorizer, to which a namespace is in itself. */
export function forbidden(user: string, verb: string, target: Target) {
  const { resource, subresource, name } = target;
  const { kind, plural, group = '' } = resource;
  const namespace = kind === 'Namespace' ? name : target.namespace;
  const path = subresource ? `${plural}/${subresource}` : plural;
  const home = `in the namespace "${namespace}"`;
  const where = namespace ? home : 'at the cluster scope';
  const why = `% is forbidden: User "${user}" cannot ${verb} resource "${path}" in API group "${group}" ${where}`;
  return refused([403, 'Forbidden'], target, why);
}

/** A broken field, worded as the API server words it. */
export type FieldError = Record<'field' | 'reason' | 'message', string>;

/** 422 for broken fields; several are listed in brackets. */
export function invalid({ resource, name = '' }: Target, all: FieldError[]) {
  const { kind, group } = resource;
  const about = { name: name || undefined, group, kind };
  const listed = all.map(it => `${it.field}: ${it.message}`).join(', ');
  const why = all.length > 1 ? `[${listed}]` : listed;
  const causes = all.map(it => ({ ...it, reason: `FieldValue${it.reason}` }));
  const message = `${full(kind, group)} "${name}" is invalid: ${why}`;
  return failure([422, 'Invalid'], message, { ...about, causes });
}
