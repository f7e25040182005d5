import type { KmsTestRequest, Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { keyStoreOf, type KmsConnection } from '../kmsConnection/kmsConnection';
import { parseConnections } from '../kmsConnection/parseConnections';
import { requireConfigMapKey, requireDnsLabel } from '../kubernetes/names';
import type { ConfigMap } from '../kubernetes/objects';
import type { Job } from '../kubernetes/runningPods';
import { freezePlan } from './freezePlan';
import { isUnchecked, kmsTestJob } from './kmsTestJob';
import { leftoverStep } from './leftoverStep';
import type { Plan } from './plan';
import { planNote } from './planNotes';

export { KMS_TEST_NAME } from './kmsTestJob';

/** What the cluster holds now. @public */
export interface KmsTestState {
  /** ISO 8601. */
  now: string;
  /** A label value, another one for each run. */
  runId: string;
  image: string;
  csiNamespace: string;
  /** The KMS connections in force. */
  configMap?: ConfigMap;
  /** The Job of a test that is there. */
  job?: Job;
  /** Of the configured KMS that has the connection's address. */
  kms?: { name: string; authorities?: string };
}

/**
 * A Job in the namespace of Ceph CSI that asks the Vault of a connection how it is,
 * without a credential, and is removed again. Throws `invalid-input` where its keys
 * are in no Vault, `unknown-connection`, `not-ours`, and `conflict` while another
 * test is there.
 *
 * @public
 */
export function planKmsTest(
  request: KmsTestRequest,
  state: KmsTestState,
): Plan {
  const { cluster, kmsId } = request;
  requireDnsLabel('cluster', cluster);
  requireConfigMapKey('kmsId', kmsId);
  const connection = requireVault(kmsId, state.configMap);
  const { csiNamespace: namespace, job, now } = state;
  const left = job ? [leftoverStep(job, { cluster, now, field: 'kmsId' })] : [];
  const authorities = state.kms?.authorities;
  return freezePlan({
    operation: 'kms-test',
    steps: [
      ...left,
      {
        kind: 'kms-test',
        id: 'kms-test',
        title: `Job in namespace ${namespace} that asks the Vault of KMS connection ${kmsId} how it is, removed afterwards`,
        change: 'create',
        cluster,
        job: kmsTestJob(connection, { ...state, namespace, authorities }),
      },
    ],
    notes: authorityNotes(connection, state.kms),
  });
}

function requireVault(
  kmsId: string,
  configMap: ConfigMap | undefined,
): KmsConnection {
  const { connections } = parseConnections(configMap);
  const found = connections.find(it => it.kmsId === kmsId);
  if (!found) {
    const ids = connections.map(it => it.kmsId).join(', ') || 'none';
    throw new VolumeEncryptionError(
      'unknown-connection',
      `This cluster has no KMS connection "${kmsId}". There are: ${ids}.`,
      { field: 'kmsId' },
    );
  }
  if (keyStoreOf(found) === 'vault') return found;
  throw new VolumeEncryptionError(
    'invalid-input',
    `The KMS connection "${kmsId}" is of the type "${found.kmsType}", which keeps keys in no Vault. Choose one that does.`,
    { field: 'kmsId' },
  );
}

/** With which authorities the certificate is checked, where there is one. */
function authorityNotes(
  connection: KmsConnection,
  kms: KmsTestState['kms'],
): Reason[] {
  const { vaultAddress = '', vaultCAFromSecret } = connection.options;
  if (!vaultAddress.startsWith('https:')) return [];
  const note = (how: string) => [
    planNote('kms-test-authority', 'info', `The certificate is ${how}.`),
  ];
  if (isUnchecked(connection)) {
    return note('not checked, as vaultCAVerify of the connection says');
  }
  const whose = kms?.authorities
    ? `of KMS "${kms.name}" in the portal's configuration`
    : 'of the image, for the portal has none configured for this address';
  const secret = vaultCAFromSecret
    ? `; Ceph CSI takes those of Secret "${vaultCAFromSecret}", which no test reads`
    : '';
  return note(`checked with the authorities ${whose}${secret}`);
}
