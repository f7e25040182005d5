import type { KmsConnectionRequest } from '../contract/api';
import { requireDnsLabel } from '../kubernetes/names';
import { requireEntry } from './connectionEntry';
import { entryChange } from './connectionMap';
import type { ConnectionState } from './connectionState';
import { connectionStep } from './connectionStep';
import { freezePlan } from './freezePlan';
import { entryOf } from './overridesConcerned';
import type { Plan } from './plan';
import { replacementNotes, unreadableBefore } from './replacementNotes';
import { requireKeysFound } from './requireKeysFound';
import {
  requireOthersWellFormed,
  requireWritableSource,
} from './requireWritableSource';

/**
 * One entry of the KMS connections that Ceph CSI reads, made or replaced as a
 * whole, in one conditional change.
 *
 * Throws `invalid-input` for an entry that Ceph CSI would refuse, or of which it
 * would ignore a part; `conflict` where the source is not known well enough,
 * where another entry blocks everybody, and where volumes would lose their keys.
 *
 * @public
 */
export function planKmsConnection(
  request: KmsConnectionRequest,
  state: ConnectionState,
): Plan {
  const { kmsId, cluster } = request;
  requireDnsLabel('cluster', cluster);
  const { entry, connection, notes } = requireEntry(request, state);
  const sourceNotes = requireWritableSource(state);
  const left = requireOthersWellFormed(kmsId, state);
  const before = entryOf(kmsId, state);
  if (before) requireKeysFound(before, connection, state);
  const change = entryChange(kmsId, entry, state);
  const replaced = before
    ? replacementNotes(before, connection, state)
    : unreadableBefore(kmsId, state);
  return freezePlan({
    operation: 'kms-connection',
    steps: [connectionStep(request, change, state)],
    notes: [...sourceNotes, ...left, ...replaced, ...notes],
  });
}
