import type { KeyReasonCode } from '../contract/api';

const SETTLES_ITSELF = 'None: the next look, within minutes, settles it.';
const READ_CLUSTER =
  'See on “Clusters and Vaults” why the cluster cannot be read, and mend that.';

/** What to do next. Never to delete a key: that it is not used cannot be proven here. */
export const keyNextSteps: Record<KeyReasonCode, string> = {
  'cluster-not-configured':
    'Add the cluster to the portal, so that it sees its volumes.',
  'cluster-unread': READ_CLUSTER,
  'key-comes-with-first-mount':
    'None while the volume was never mounted. If it was, restore the key.',
  'key-elsewhere':
    'Compare the KMS connection and the overrides of that namespace with the mount.',
  'key-in-the-making': SETTLES_ITSELF,
  'key-listed': 'None.',
  'key-looked-at-before': SETTLES_ITSELF,
  'key-missing':
    'Save the data of what is still mounted now; undelete the key or restore it from a backup of the KMS.',
  'key-name-foreign': 'Ask whose it is: Ceph CSI did not put it there.',
  'key-not-checkable':
    'Use a KMS connection with KV version 2 where this has to be known.',
  'key-not-found':
    'Set vaultBackend to kv-v2 in the KMS connection, so that it is sure where the key lies.',
  'key-unread':
    'See on “Proof” and “Clusters and Vaults” why the KMS does not tell, and mend that.',
  'key-without-volume':
    'Keep it until whoever runs the storage has found no image of that handle: a volume that was kept, a backup or a cluster that the portal does not know may still need it.',
};
