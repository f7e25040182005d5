import type { Finding } from '../contract/reasons';
import { error, info, warning, type Check } from './connectionCheck';
import {
  isOfConsole,
  NUMBER_OPTIONS,
  requiredOptions,
} from './connectionOptions';
import type { KmsConnection } from './kmsConnection';
import { keyStoreOf } from './kmsConnection';
import { vaultChecks } from './vaultChecks';

/** Each looks at one thing; all are asked. */
const checks: readonly Check[] = [
  ({ kmsId, notObject }) =>
    notObject
      ? error(
          'connection-not-object',
          `The KMS connection "${kmsId}" is no JSON object, so Ceph CSI refuses it, and every class that names it. Write its options as an object, or remove it.`,
        )
      : undefined,
  ({ kmsId, kmsType, notObject }) =>
    kmsType || notObject
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
  ({ kmsId, kmsType, options }) => {
    const texts = NUMBER_OPTIONS.filter(it => options[it] !== undefined);
    return kmsType === 'kmip' && texts.length > 0
      ? error(
          'connection-option-invalid',
          `In the KMS connection "${kmsId}" these options must be JSON numbers: ${texts.join(', ')}. Take their values out of quotes.`,
        )
      : undefined;
  },
  connection => {
    const wrong = incompleteOptions(connection);
    return wrong.length > 0
      ? error(
          'connection-incomplete',
          `In the KMS connection "${connection.kmsId}" these options are missing or not usable: ${wrong.join(', ')}.${hintFor(wrong)}`,
        )
      : undefined;
  },
  ({ kmsId, ignored }) =>
    ignored.length > 0
      ? warning(
          'connection-option-ignored',
          `In the KMS connection "${kmsId}" Ceph CSI ignores: ${ignored.join(', ')}. An entry with KMS_PROVIDER takes VAULT_… options only, any other one takes those of its type. Correct their spelling, or leave them out.`,
        )
      : undefined,
  ({ kmsId, options }) => {
    const names = Object.keys(options).filter(isOfConsole);
    return names.length > 0
      ? info(
          'connection-option-of-console',
          `In the KMS connection "${kmsId}" only OpenShift's console reads: ${names.join(', ')}. Ceph CSI does not.`,
        )
      : undefined;
  },
];

/** What is wrong with a connection by itself, as Ceph CSI would judge it. */
export function connectionProblems(connection: KmsConnection): Finding[] {
  const more = keyStoreOf(connection) === 'vault' ? vaultChecks : [];
  return [...checks, ...more].flatMap(check => check(connection) ?? []);
}

function incompleteOptions(connection: KmsConnection): string[] {
  const { kmsType, options } = connection;
  const wrong: string[] = [];
  if (
    keyStoreOf(connection) === 'vault' &&
    !isAddress(options.vaultAddress ?? '')
  ) {
    wrong.push('vaultAddress');
  }
  wrong.push(
    ...requiredOptions(kmsType).filter(it => options[it] === undefined),
  );
  if (kmsType === 'vaulttenantsa' && options.vaultAuthPath === '') {
    wrong.push('vaultAuthPath');
  }
  return wrong;
}

/** Ceph CSI looks for "http" only, and then reaches nobody. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text);
}

/** How to put right what has a form of its own. */
const HINTS = new Map([
  ['vaultAddress', 'The address begins with http:// or https://.'],
  [
    'vaultAuthPath',
    'An empty vaultAuthPath is refused: name the auth mount, or for type vaulttenantsa leave the option out.',
  ],
]);

function hintFor(wrong: string[]): string {
  return wrong
    .flatMap(name => HINTS.get(name) ?? [])
    .map(it => ` ${it}`)
    .join('');
}
