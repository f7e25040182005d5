import { Answer } from '../wire/connect';
import { at, textOf, textsOf } from '../wire/json';

const note =
  'Volume provisioning failed with infeasible error. Retries will be delayed. ';

/** Ceph CSI refuses the request as such; external-provisioner 6.4 puts its note in front. */
export const infeasible = (why: string) =>
  new Error(`${note}rpc error: code = InvalidArgument desc = ${why}`);

/** Ceph CSI tried and failed. */
export const internal = (why: string) =>
  new Error(`rpc error: code = Internal desc = ${why}`);

/** What the API server said, as its Go client repeats it. */
export const saidBy = ({ status, body }: Answer) =>
  textOf(at(body, 'message')) || `HTTP ${status}`;

/** A refusal of Vault, as its Go client prints it. */
export function saidByVault(call: string, { status, body }: Answer) {
  const errors = textsOf(at(body, 'errors')).map(it => `* ${it}`);
  const head = `Error making API request.\n\nURL: ${call}\nCode: ${status}.`;
  return `${head} Errors:\n\n${errors.join('')}`;
}

/** A call that got no answer, as Go prints it. */
export function unanswered(method: string, url: string, error: Error) {
  const { address, port, code } = Object(error);
  const refused = `dial tcp ${address}:${port}: connect: connection refused`;
  const why = code === 'ECONNREFUSED' ? refused : `dial tcp: ${error.message}`;
  return `${method[0]}${method.slice(1).toLowerCase()} "${url}": ${why}`;
}
