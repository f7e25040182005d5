import { JsonObject } from '../wire/json';
import { Refusal } from '../wire/serve';
import { Resource, Target } from './resources';

/** One broken field, worded as the API server words it. */
export interface FieldError {
  field: string;
  reason: string;
  message: string;
}

/** A refusal as the API server gives it: a `Status` object. */
export function failure(
  [code, reason]: [code: number, reason: string],
  message: string,
  details: JsonObject = {},
) {
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  const rest = { status: 'Failure', message, reason, details, code };
  return new Refusal({ status: code, body: { ...head, ...rest } });
}

/** What the stand-in leaves to real servers. */
export const notPlayed = (what: string) =>
  failure(
    [501, 'NotImplemented'],
    `The sandbox does not play ${what}; use a real API server.`,
  );

export const badRequest = (message: string) =>
  failure([400, 'BadRequest'], message);

/** A refusal about an object or collection; `%` in `why` is where it is named. */
function refused(
  code: [code: number, reason: string],
  { resource, name }: Target,
  why: string,
) {
  const { plural: kind, group } = resource;
  const plural = group ? `${kind}.${group}` : kind;
  const what = name ? `${plural} "${name}"` : plural;
  const details = { ...(name && { name }), ...(group && { group }), kind };
  return failure(code, why.replace('%', what), details);
}

export const notFound = (target: Target) =>
  refused([404, 'NotFound'], target, '% not found');
export const alreadyExists = (target: Target) =>
  refused([409, 'AlreadyExists'], target, '% already exists');
export const conflict = (target: Target, why: string) =>
  refused(
    [409, 'Conflict'],
    target,
    `Operation cannot be fulfilled on %: ${why}`,
  );

/** 403 with the words of the RBAC authorizer. */
export function forbidden(user: string, verb: string, target: Target) {
  const { resource, namespace, subresource } = target;
  const path = [resource.plural, subresource].filter(Boolean).join('/');
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const why = `% is forbidden: User "${user}" cannot ${verb} resource "${path}" in API group "${resource.group}" ${where}`;
  return refused([403, 'Forbidden'], target, why);
}

/** 422 for broken fields; several are listed in brackets. */
export function invalid(
  { kind, group }: Resource,
  name: string,
  all: FieldError[],
) {
  const listed = all.map(it => `${it.field}: ${it.message}`).join(', ');
  const why = all.length > 1 ? `[${listed}]` : listed;
  const what = group ? `${kind}.${group}` : kind;
  const causes = all.map(it => ({ ...it, reason: `FieldValue${it.reason}` }));
  const details = {
    ...(name && { name }),
    ...(group && { group }),
    kind,
    causes,
  };
  return failure(
    [422, 'Invalid'],
    `${what} "${name}" is invalid: ${why}`,
    details,
  );
}
