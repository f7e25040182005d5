import { JsonObject } from '../wire/json';
import { Refusal } from '../wire/serve';
import { qualified, Resource, Target } from './resources';

/** One broken field of an object, worded as the API server words it. */
export interface FieldError {
  field: string;
  reason: 'Invalid' | 'Required' | 'NotSupported' | 'Forbidden';
  message: string;
}

/** A refusal as the API server gives it: a `Status` object. */
export function failure(
  code: number,
  reason: string,
  message: string,
  details?: JsonObject,
) {
  return new Refusal({
    status: code,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      ...(reason && { reason }),
      ...(details && { details }),
      code,
    },
  });
}

/** What the stand-in leaves to real servers. */
export function notPlayed(what: string) {
  const message = `The sandbox does not play ${what}; use a real API server.`;
  return failure(501, 'NotImplemented', message);
}

export function badRequest(message: string) {
  return failure(400, 'BadRequest', message);
}

const detailsOf = ({ group, plural }: Resource, name?: string) => {
  return { ...(name && { name }), ...(group && { group }), kind: plural };
};

const named = (resource: Resource, name: string) =>
  `${qualified(resource.plural, resource.group)} "${name}"`;

export function notFound(resource: Resource, name: string) {
  const message = `${named(resource, name)} not found`;
  return failure(404, 'NotFound', message, detailsOf(resource, name));
}

export function alreadyExists(resource: Resource, name: string) {
  const message = `${named(resource, name)} already exists`;
  return failure(409, 'AlreadyExists', message, detailsOf(resource, name));
}

export function conflict(resource: Resource, name: string, why: string) {
  const message = `Operation cannot be fulfilled on ${named(resource, name)}: ${why}`;
  return failure(409, 'Conflict', message, detailsOf(resource, name));
}

/** 403 with the words of the RBAC authorizer. */
export function forbidden(user: string, verb: string, target: Target) {
  const { resource, namespace, name, subresource } = target;
  const what = name
    ? named(resource, name)
    : qualified(resource.plural, resource.group);
  const path = subresource
    ? `${resource.plural}/${subresource}`
    : resource.plural;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const message = `${what} is forbidden: User "${user}" cannot ${verb} resource "${path}" in API group "${resource.group}" ${where}`;
  return failure(403, 'Forbidden', message, detailsOf(resource, name));
}

/** 422 for broken fields; several are listed in brackets. */
export function invalid(resource: Resource, name: string, all: FieldError[]) {
  const { kind, group } = resource;
  const listed = all.map(({ field, message }) => `${field}: ${message}`);
  const why = all.length > 1 ? `[${listed.join(', ')}]` : listed[0];
  const causes = all.map(({ field, reason, message }) => {
    return { reason: `FieldValue${reason}`, message, field };
  });
  const message = `${qualified(kind, group)} "${name}" is invalid: ${why}`;
  const details = { ...(name && { name }), ...(group && { group }), kind };
  return failure(422, 'Invalid', message, { ...details, causes });
}
