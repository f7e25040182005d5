import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { parseJson } from '../network/exchange';
import { itemsAt, textAt } from '../network/valueAt';
import { describeCall, type Call } from './Call';

/** A resourceVersion or a continue token is too old: list anew. */
export class Expired extends Error {}

interface Refusal {
  cluster: string;
  call: Call;
  status: number;
  /** Of the Status object, if the answer was one. */
  causes: Cause[];
  message: string;
}

interface Cause {
  field: string;
  reason: string;
  message: string;
}

const refusals: Record<number, (told: Refusal) => Error> = {
  400: invalid,
  401: unauthenticated,
  403: forbidden,
  404: absent,
  409: conflict,
  410: expired,
  422: invalid,
  501: notServed,
};

/**
 * The error for an answer that is no success, made of the status, the names of
 * fields and a few names within the message. Messages of Kubernetes repeat
 * values, so that no message is passed on.
 */
export function refusalOf(
  cluster: string,
  call: Call,
  answer: { status: number; text: string },
): Error {
  const { status } = answer;
  const body = parseJson(answer.text);
  const causes = itemsAt(body, 'details', 'causes').map(parseCause);
  const message = textAt(body, 'message') ?? '';
  if (isOfNoKind(call, answer)) return notInstalled(cluster, call);
  if (textAt(body, 'kind') !== 'Status' && status !== 401 && status < 429) {
    return foreign(cluster, status);
  }
  const told = { cluster, call, status, causes, message };
  return (refusals[status] ?? unavailable)(told);
}

/**
 * How an API server answers for a path that it does not have, such as that of a
 * kind whose CRD is not installed (seen with 1.37).
 */
function isOfNoKind(
  { resource }: Call,
  { status, text }: { status: number; text: string },
): boolean {
  return (
    resource.crdsOf !== undefined &&
    status === 404 &&
    text.trim() === '404 page not found'
  );
}

function notInstalled(cluster: string, { resource }: Call) {
  const { kind, apiVersion, crdsOf } = resource;
  return new VolumeEncryptionError(
    'not-found',
    `Cluster "${cluster}" has no ${kind} (${apiVersion}): install ${crdsOf} there.`,
  );
}

/** An answer that no API server gives. */
export function foreign(cluster: string, status: number) {
  const moved = status >= 300 && status < 400;
  const what = moved ? 'a redirect, which is not followed' : 'something else';
  return new VolumeEncryptionError(
    'cluster-unreachable',
    `Cluster "${cluster}" answered HTTP ${status} with ${what}: check that its address is that of the Kubernetes API server.`,
  );
}

function expired(told: Refusal) {
  const { verb } = told.call;
  const goesOn = verb === 'list' || verb === 'watch';
  return goesOn ? new Expired() : unavailable(told);
}

function unavailable({ cluster, call, status }: Refusal) {
  return new VolumeEncryptionError(
    'cluster-unreachable',
    `Cluster "${cluster}" could not ${describeCall(call)}: HTTP ${status}. Try again later.`,
  );
}

/** As the sandbox, which has no Ceph and no vendor, says of their kinds. */
function notServed({ cluster, call }: Refusal) {
  return new VolumeEncryptionError(
    'not-implemented',
    `Cluster "${cluster}" cannot ${describeCall(call)}: it serves no such thing (HTTP 501), so there is nothing to be read there.`,
  );
}

function unauthenticated({ cluster }: Refusal) {
  return new VolumeEncryptionError(
    'cluster-denied',
    `Cluster "${cluster}" does not accept the portal's credential (401): give it a valid one.`,
  );
}

function forbidden({ cluster, call, causes, message }: Refusal) {
  const ending = causes.some(it => it.reason === 'NamespaceTerminating');
  if (ending) {
    return new VolumeEncryptionError(
      'conflict',
      `Namespace "${call.namespace}" of cluster "${cluster}" is being deleted.`,
    );
  }
  return new VolumeEncryptionError(
    'cluster-denied',
    `Cluster "${cluster}" does not let the portal ${describeCall(call)}: ${
      policyIn(message) ?? 'allow it in RBAC'
    }.`,
  );
}

const WITHIN_LIMITS =
  /(minimum|maximum) storage usage per PersistentVolumeClaim is ([\w.]{1,32}), but request is ([\w.]{1,32})/;

/** Other things than RBAC that forbid, by the texts of the API server. */
function policyIn(message: string): string | undefined {
  const quota = message.match(/exceeded quota: ([a-z0-9.-]{1,253})/)?.[1];
  if (quota) {
    return `ResourceQuota "${quota}" is used up; delete claims that are not needed, or have it enlarged`;
  }
  const uncounted = message.match(
    /status unknown for quota: ([a-z0-9.-]{1,253})/,
  )?.[1];
  if (uncounted) {
    return `ResourceQuota "${uncounted}" is not counted yet; try again in a moment`;
  }
  const [, which, limit, asked] = message.match(WITHIN_LIMITS) ?? [];
  if (which) {
    return `${asked} is asked for, and the ${which} of the namespace is ${limit} (LimitRange); ask for a size within it`;
  }
  const webhook = message.match(
    /admission webhook "([a-z0-9.-]{1,253})" denied/,
  )?.[1];
  return webhook && `admission webhook "${webhook}" refuses it`;
}

function absent({ cluster, call }: Refusal) {
  return new VolumeEncryptionError(
    'not-found',
    `Cluster "${cluster}" found nothing to ${describeCall(call)}.`,
  );
}

function conflict({ cluster, call, causes, message }: Refusal) {
  const owners = new Set(causes.flatMap(it => ownerIn(it.message) ?? []));
  const fields = causes.map(it => it.field).join(', ');
  const what = fields
    ? `another manager${quoted(owners)} owns ${fields}`
    : changeIn(message);
  return new VolumeEncryptionError(
    'conflict',
    `Cluster "${cluster}" did not ${describeCall(call)}: ${what}.`,
    { field: causes[0]?.field },
  );
}

const ANOTHER =
  'another object has that name now; look at it before you decide again';

/** As the API server words a precondition that does not hold. */
function changeIn(message: string): string {
  return message.includes('the UID in the precondition')
    ? ANOTHER
    : 'it was changed meanwhile; look at it again before you decide again';
}

/** The error for an object that is not the one that was looked at. */
export function anotherObject(cluster: string, call: Call) {
  return new VolumeEncryptionError(
    'conflict',
    `Cluster "${cluster}" did not ${describeCall(call)}: ${ANOTHER}.`,
  );
}

/** As server-side apply words it: `conflict with "kubectl" using v1`. */
function ownerIn(message: string): string | undefined {
  return message.match(/^conflict with "([\w. /-]{1,128})"/)?.[1];
}

function quoted(owners: Set<string>): string {
  return [...owners].map(owner => ` "${owner}"`).join(',');
}

function invalid({ cluster, call, causes, status }: Refusal) {
  const fields = causes.map(({ field, reason }) => `${field} (${reason})`);
  return new VolumeEncryptionError(
    'invalid-input',
    `Cluster "${cluster}" did not ${describeCall(call)}: HTTP ${status}, not valid${
      fields.length ? `: ${fields.join(', ')}` : ''
    }.`,
    { field: causes[0]?.field },
  );
}

/** Field paths and reasons are names; anything longer is cut. */
function parseCause(cause: unknown): Cause {
  const name = (key: string) => (textAt(cause, key) ?? '').slice(0, 200);
  return {
    field: name('field'),
    reason: name('reason'),
    message: name('message'),
  };
}
