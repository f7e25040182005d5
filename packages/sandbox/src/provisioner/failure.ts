import { Answer } from '../wire/connect';
import { at, textOf, textsOf } from '../wire/json';

/** Why a volume cannot be made or removed, in the words a cluster's user sees. */
export class Failure extends Error {}

/** Ceph CSI refuses the request as such; external-provisioner 6.4 puts its note in front. */
export function infeasible(why: string) {
  return new Failure(
    `Volume provisioning failed with infeasible error. Retries will be delayed. rpc error: code = InvalidArgument desc = ${why}`,
  );
}

/** Ceph CSI tried and failed. */
export function internal(why: string) {
  return new Failure(`rpc error: code = Internal desc = ${why}`);
}

/** What the API server said, as its Go client repeats it. */
export function saidBy(answer: Answer): string {
  return textOf(at(answer.body, 'message')) || `HTTP ${answer.status}`;
}

/** A refusal of Vault, as its Go client prints it. */
export function saidByVault(url: string, { status, body }: Answer): string {
  const errors = textsOf(at(body, 'errors')).map(it => `* ${it}`);
  return `Error making API request.\n\nURL: ${url}\nCode: ${status}. Errors:\n\n${errors.join('')}`;
}

/** A call that got no answer, as Go prints it. */
export function unanswered(method: string, url: string, error: unknown) {
  const [code, address] = ['code', 'address'].map(it =>
    Reflect.get(Object(error), it),
  );
  const target = new URL(url);
  const where = `${address ?? target.hostname}:${target.port}`;
  const why =
    code === 'ECONNREFUSED'
      ? `dial tcp ${where}: connect: connection refused`
      : `dial tcp: ${error}`;
  return `${method[0]}${method.slice(1).toLowerCase()} "${url}": ${why}`;
}
