import { meaning, remedy, type Remedies } from './remedy';

const CORRECT =
  'Correct the KMS connection; “KMS connections” shows what is wrong with it.';
const NAME_SOURCE =
  'See on “KMS connections” which ConfigMap Ceph CSI reads, and let all of its pods read the same.';
const LET_READ =
  'Give the portal the right to read the ConfigMaps of Ceph CSI; deploy/ has the rules.';

/** Of KMS connections; codes without an entry of their own are corrected alike. */
export const connectionRemedies: Remedies = {
  'connections-malformed': remedy('cluster', 'platform-team', CORRECT),
  'connections-unread': meaning(
    'unknown',
    remedy('cluster', 'platform-team', LET_READ),
  ),
  'connection-unresolved': meaning(
    'unknown',
    remedy('cluster', 'platform-team', LET_READ),
  ),
  'connection-missing': remedy(
    'storage-class',
    'platform-team',
    'Create the KMS connection that the volumes name, with the very same id.',
  ),
  'tenant-overrides-unread': meaning(
    'unknown',
    remedy('cluster', 'platform-team', LET_READ),
  ),
  'tenant-overrides': remedy(
    'tenant',
    'platform-team',
    'Look at the ConfigMap of the namespace: it changes where its keys lie.',
  ),
  'source-unknown': meaning(
    'unknown',
    remedy('cluster', 'platform-team', NAME_SOURCE),
  ),
  'source-differs': remedy('cluster', 'platform-team', NAME_SOURCE),
};

/** What is done about any other trouble with a connection. */
export const otherConnectionRemedy = remedy(
  'storage-class',
  'platform-team',
  CORRECT,
);
