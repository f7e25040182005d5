import type { Reason } from '../contract/api';
import { keyStoreOf, type KmsConnection } from '../kmsConnection/kmsConnection';
import { loginPlace } from '../kmsConnection/loginPlace';
import { tenantObjectNames } from '../kmsConnection/kmsConnection';
import { volumesOf, type ConnectionState } from './connectionState';
import { inForceFor } from './inForceFor';
import { listed } from './listed';
import { planNote } from './planNotes';

/**
 * What the reader should know of an entry that takes the place of another: what
 * Ceph CSI asks with from then on, and each option that is left out. Not refused,
 * for it may be what puts a connection right that lets nobody in.
 */
export function replacementNotes(
  before: KmsConnection,
  after: KmsConnection,
  state: ConnectionState,
): Reason[] {
  const dropped = Object.keys(before.options)
    .filter(name => after.options[name] === undefined)
    .map(name =>
      planNote(
        'connection-option-dropped',
        'info',
        `The entry has no ${name} any more, so Ceph CSI goes by its default.`,
      ),
    );
  return [...credentialNotes(before, after, state), ...dropped];
}

/**
 * Of an entry that nobody could read before, and that volumes name: where their
 * keys are is not known, so neither is whether they are found now.
 */
export function unreadableBefore(
  kmsId: string,
  state: ConnectionState,
): Reason[] {
  const names = volumesOf(kmsId, state).map(({ meta }) => meta.name);
  if (names.length === 0) return [];
  return [
    planNote(
      'connection-before-unreadable',
      'warning',
      `The entry "${kmsId}" could not be read, so nobody can tell whether the keys of its volumes are where this one leads: ${listed(names.sort())}. Make sure that it names the Vault, path and type by which they were made.`,
    ),
  ];
}

/** Whether a change of the options can change what is asked with at all. */
export function mayChangeCredential(
  before: KmsConnection,
  after: KmsConnection,
): boolean {
  return JSON.stringify(askedWith(before)) !== JSON.stringify(askedWith(after));
}

function credentialNotes(
  before: KmsConnection,
  after: KmsConnection,
  state: ConnectionState,
): Reason[] {
  if (keyStoreOf(before) !== 'vault' || before.kmsType !== after.kmsType) {
    return [];
  }
  const changed = new Map<string, string[]>();
  for (const { meta, claim } of volumesOf(before.kmsId, state)) {
    const namespace = claim?.namespace ?? '';
    const [old, next] = [before, after].map(it =>
      askedWith(inForceFor(namespace, it, state)),
    );
    const options = Object.keys(old).filter(it => old[it] !== next[it]);
    for (const option of options) {
      changed.set(option, [...(changed.get(option) ?? []), meta.name]);
    }
  }
  return [...changed].map(([option, volumes]) =>
    planNote(
      'connection-credential-changed',
      'warning',
      `From then on Ceph CSI asks for the keys of volumes that are there with another ${option}: ${listed(volumes.sort())}. They mount again only where it is let in that way: make sure of it first.`,
    ),
  );
}

/** By option, with Ceph CSI's defaults. */
function askedWith(connection: KmsConnection): Record<string, string> {
  const { kmsType, options } = connection;
  const { tokenSecret, serviceAccount } = tenantObjectNames(connection);
  const login = loginPlace(connection);
  return {
    ...(kmsType === 'vaulttokens' ? { tenantTokenName: tokenSecret } : {}),
    ...(kmsType === 'vaulttenantsa' ? { tenantSAName: serviceAccount } : {}),
    ...(kmsType === 'vaulttokens'
      ? {}
      : { vaultAuthPath: login.mount, vaultRole: login.role }),
    vaultAuthNamespace: login.namespace,
    vaultTLSServerName: options.vaultTLSServerName ?? '',
    vaultCAFromSecret: options.vaultCAFromSecret ?? '',
    vaultClientCertFromSecret: options.vaultClientCertFromSecret ?? '',
    vaultClientCertKeyFromSecret: options.vaultClientCertKeyFromSecret ?? '',
  };
}
