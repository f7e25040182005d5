import type { ReasonCode } from '../contract/reasons';
import { kmsLink } from '../assessment/kmsLink';
import { keyValueVersion } from '../kmsConnection/keyLocation';
import { adviceOf } from './adviceOf';
import { blocked, ok, unknown, unread, type Advice, type Check } from './Check';
import { checkOfLink } from './checkOfLink';

const RULES: Partial<Record<ReasonCode, Advice>> = {
  'kms-sealed': adviceOf('vault-sealed'),
  'kms-uninitialised': { owner: 'vault-admin' },
  'kms-standby': { owner: 'vault-admin' },
  'kms-unread': adviceOf('vault-unreachable'),
};

/** Would the KMS answer, as the portal sees it? */
export const kmsCheck: Check = ({ custody, kms }) => {
  switch (custody?.kind) {
    case 'vault':
      return checkOfLink('kms', kmsLink({ facts: { kms }, custody }), RULES);
    case 'azure':
    case 'wrapped': {
      const message = `Whether the KMS answers cannot be told: keys of the type "${custody.connection.kmsType}" are not in a Vault.`;
      return [unknown('kms', message)];
    }
    default:
      return [];
  }
};

/** Is there a mount for the key, of the version that Ceph CSI takes it for? */
export const keyMountCheck: Check = ({ custody, keyMount, request }) => {
  if (custody?.kind !== 'vault') return [];
  const about = 'key-mount';
  const { mount } = custody.location;
  const version = keyValueVersion(custody.connection);
  // Of version 1 a path may lead anywhere below its mount.
  if (version === 'v1') return [];
  if (keyMount.status === 'unknown') {
    return [unread(about, `Whether there is a mount ${mount}`, keyMount)];
  }
  const { namespace } = request;
  if (!keyMount.value) {
    const message = `The KMS has no mount ${mount}, where the key is to be.`;
    const advice = adviceOf('vault-mount-missing', { namespace });
    return [blocked(about, message, advice)];
  }
  const { type, version: its } = keyMount.value;
  const fits = type === 'kv' && (version === 'detected' || its === '2');
  if (fits) return [ok(about, `The mount ${mount} is there for the key.`)];
  const message = `The mount ${mount}, where the key is to be, is not KV version 2.`;
  return [blocked(about, message, { owner: 'vault-admin' })];
};
