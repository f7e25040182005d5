import type { KmsConnectionRequest, Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import {
  NUMBER_OPTIONS,
  BOOLEAN_OPTION,
} from '../kmsConnection/connectionOptions';
import { connectionProblems } from '../kmsConnection/connectionProblems';
import { type KmsConnection, keyStoreOf } from '../kmsConnection/kmsConnection';
import { connectionOf } from '../kmsConnection/parseConnections';
import { reservedMeaning } from '../kmsConnection/reservedId';
import { credentialOptions } from '../kmsConnection/withoutCredentials';
import { requireConfigMapKey } from '../kubernetes/names';
import type { Entry } from './connectionMap';
import type { ConnectionState } from './connectionState';
import { entryOf } from './overridesConcerned';

/** A requested entry that Ceph CSI takes as it is meant. */
export interface AcceptedEntry {
  entry: Entry;
  connection: KmsConnection;
  notes: Reason[];
}

/** Warnings of what counts for nothing, or finds no key, as it is written. */
const NEVER_WRITTEN = [
  'connection-backend-detected',
  'connection-option-ignored',
  'connection-path-not-mount',
];

/**
 * Checks a requested entry. Throws `invalid-input` for what Ceph CSI would
 * refuse or ignore, for a Vault that the portal does not know unless the entry
 * leads there already, and for a credential among the options, whose value is
 * repeated nowhere.
 */
export function requireEntry(
  { kmsId, options }: KmsConnectionRequest,
  state: ConnectionState,
): AcceptedEntry {
  requireId(kmsId);
  const [credential] = credentialOptions(options);
  if (credential !== undefined) {
    throw refused(
      `options.${credential}: a credential does not belong in a KMS connection, which many can read, and Ceph CSI does not look for it there. Put it in the Secret that the type asks for, and leave the option out.`,
      `options.${credential}`,
    );
  }
  const entry = decoded(options);
  const connection = connectionOf(kmsId, entry);
  const problems = connectionProblems(connection);
  const refusal = problems.find(
    ({ code, severity }) =>
      severity === 'error' ||
      (severity === 'warning' && NEVER_WRITTEN.includes(code)),
  );
  if (refusal) throw refused(refusal.message, 'options');
  return {
    entry,
    connection,
    notes: [...problems, ...unknownKms(connection, state)],
  };
}

/** Throws `invalid-input` for an id that Ceph CSI takes for something else. */
export function requireId(kmsId: string): void {
  requireConfigMapKey('kmsId', kmsId);
  const meaning = reservedMeaning(kmsId);
  if (meaning) {
    throw refused(
      `kmsId "${kmsId}" is Ceph CSI's word for ${meaning}. Choose another one.`,
      'kmsId',
    );
  }
}

/** The options as JSON has them: KMIP's time-outs are numbers. */
function decoded(options: Record<string, string>): Entry {
  return Object.fromEntries(
    Object.entries(options).map(([name, text]) => [name, valueOf(name, text)]),
  );
}

function valueOf(name: string, text: string): unknown {
  if (NUMBER_OPTIONS.includes(name)) {
    const seconds = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
    // Ceph CSI keeps them in eight bits, and silently cuts off the rest.
    if (!(seconds <= 255)) {
      throw refused(
        `options.${name} must be a whole number of seconds up to 255.`,
        `options.${name}`,
      );
    }
    return seconds;
  }
  if (name !== BOOLEAN_OPTION) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  throw refused(
    `options.${name} must be "true" or "false".`,
    `options.${name}`,
  );
}

/** Whoever may write connections could else have tenants log in anywhere. */
function unknownKms(
  connection: KmsConnection,
  state: ConnectionState,
): Reason[] {
  const { kmsId, options } = connection;
  const { vaultAddress = '' } = options;
  const isInVault = keyStoreOf(connection) === 'vault';
  if (!isInVault || state.kmsNameOf(vaultAddress)) return [];
  if (entryOf(kmsId, state)?.options.vaultAddress !== vaultAddress) {
    throw refused(
      `The portal knows no KMS at the address that "${kmsId}" is to lead to, and tenants would give their credentials to whoever answers there. Add the KMS to volumeEncryption.kms of the portal's configuration, or the address to its otherAddresses.`,
      'options',
    );
  }
  return [
    {
      code: 'kms-not-configured',
      severity: 'warning',
      message: `The portal knows no KMS at the address of "${kmsId}", so it can neither give tenants access there nor see whether keys are. Add the address to the portal's configuration.`,
    },
  ];
}

function refused(message: string, field: string): VolumeEncryptionError {
  return new VolumeEncryptionError('invalid-input', message, { field });
}
