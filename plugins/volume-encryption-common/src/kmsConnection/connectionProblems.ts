import type { Finding } from '../contract/reasons';
import type { KmsConnection } from './kmsConnection';
import { keyStoreOf } from './kmsConnection';

type Check = (connection: KmsConnection) => Finding | undefined;

/** Each looks at one thing; all are asked. */
const checks: readonly Check[] = [
  ({ kmsId, kmsType }) =>
    kmsType
      ? undefined
      : error(
          'connection-type-missing',
          `The KMS connection "${kmsId}" has no encryptionKMSType, so Ceph CSI refuses it. Set one, such as vaulttenantsa.`,
        ),
  connection =>
    connection.kmsType && keyStoreOf(connection) === 'no-such-type'
      ? error(
          'connection-type-unknown',
          `The KMS connection "${connection.kmsId}" is of type "${connection.kmsType}", which Ceph CSI does not have. Correct its spelling.`,
        )
      : undefined,
  ({ kmsId, notText }) =>
    notText.length > 0
      ? error(
          'connection-option-not-text',
          `In the KMS connection "${kmsId}" these options must be JSON strings: ${notText.join(', ')}. Put their values in quotes.`,
        )
      : undefined,
  connection => {
    const wrong = incompleteOptions(connection);
    return wrong.length > 0
      ? error(
          'connection-incomplete',
          `In the KMS connection "${connection.kmsId}" these options are missing or not usable: ${wrong.join(', ')}.`,
        )
      : undefined;
  },
  ({ kmsId, ignored }) =>
    ignored.length > 0
      ? warning(
          'connection-option-ignored',
          `In the KMS connection "${kmsId}" Ceph CSI ignores: ${ignored.join(', ')}. An entry with KMS_PROVIDER takes VAULT_… options only.`,
        )
      : undefined,
  connection =>
    keyStoreOf(connection) === 'vault' && isInsecure(connection)
      ? warning(
          'connection-insecure',
          `Ceph CSI does not check whom it gives the tenant's credential: the Vault of "${connection.kmsId}" is reached without TLS, or its certificate is not verified.`,
        )
      : undefined,
];

/** What is wrong with a connection by itself, as Ceph CSI would judge it. */
export function connectionProblems(connection: KmsConnection): Finding[] {
  return checks.flatMap(check => check(connection) ?? []);
}

/** Type `vault` has defaults in its text but errors without these (`vault.go`). */
const REQUIRED_BY_VAULT = ['vaultAuthPath', 'vaultRole', 'vaultPassphrasePath'];

function incompleteOptions(connection: KmsConnection): string[] {
  const { kmsType, options } = connection;
  if (keyStoreOf(connection) !== 'vault') return [];
  const wrong: string[] = [];
  if (!options.vaultAddress?.startsWith('http')) wrong.push('vaultAddress');
  if (kmsType === 'vault') {
    wrong.push(...REQUIRED_BY_VAULT.filter(it => options[it] === undefined));
  }
  if (kmsType === 'vaulttenantsa' && options.vaultAuthPath === '') {
    wrong.push('vaultAuthPath');
  }
  return wrong;
}

/** Plain HTTP to the own machine leaves it nowhere. */
const OWN_MACHINE = /^http:\/\/(127\.|localhost[:/]|localhost$|\[::1\])/;

function isInsecure({ options }: KmsConnection): boolean {
  const address = options.vaultAddress ?? '';
  if (OWN_MACHINE.test(address)) return false;
  return address.startsWith('http:') || options.vaultCAVerify === 'false';
}

function error(code: Finding['code'], message: string): Finding {
  return { code, severity: 'error', message };
}

function warning(code: Finding['code'], message: string): Finding {
  return { code, severity: 'warning', message };
}
