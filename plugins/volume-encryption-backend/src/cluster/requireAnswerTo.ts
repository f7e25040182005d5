import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { textAt } from '../network/valueAt';
import { describeCall, type Call } from './Call';

/**
 * Throws unless the answer is of the kind that was asked for. JSON from
 * something else would pass for an empty list, and a whole Secret must not be
 * used where only its metadata was asked for.
 */
export function requireAnswerTo(
  call: Call,
  cluster: string,
  answer: unknown,
): void {
  const { kind, apiKind = kind } = call.resource;
  const single = kind === 'Secret' ? 'PartialObjectMetadata' : apiKind;
  const expected = call.verb === 'list' ? `${single}List` : single;
  const told = textAt(answer, 'kind');
  if (told === expected) return;
  if (call.verb === 'delete' && told === 'Status') return;
  throw new VolumeEncryptionError(
    'cluster-unreachable',
    `Cluster "${cluster}" did not answer with a ${expected} when asked to ${describeCall(call)}: check that its address is that of the Kubernetes API server.`,
  );
}
