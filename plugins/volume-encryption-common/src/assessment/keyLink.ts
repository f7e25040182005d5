import type { KeyDescription } from '../contract/api';
import type { KeyCustody } from '../keyCustody/keyCustody';
import { keyValueVersion } from '../kmsConnection/keyLocation';
import type { Evidence } from './evidence';
import type { LinkFinding } from './linkFinding';

type Judgement = Pick<LinkFinding, 'status' | 'code' | 'detail'>;
type InVault = Extract<KeyCustody, { kind: 'vault' }>;

const IN_WORDS = {
  absent: 'not there',
  'soft-deleted': 'deleted, but can still be undeleted',
  destroyed: 'destroyed',
};

const REMEDY = {
  absent:
    "What is mounted keeps running; save its data now, and ask the Vault's administrators for a backup of the key.",
  'soft-deleted':
    "Ask the Vault's administrators to undelete it before it is destroyed.",
  destroyed:
    "What is mounted keeps running; save its data now, and ask the Vault's administrators for a backup of the key.",
};

/** Is the key there? Undefined when custody is none or not known. */
export function keyLink(evidence: Evidence): LinkFinding | undefined {
  const { custody } = evidence;
  switch (custody.kind) {
    case 'vault': {
      const { mount, name } = custody.location;
      return link(`${mount}/${name}`, judgeInVault(custody, evidence));
    }
    case 'shared':
      return link('passphrase of the class', {
        status: 'unknown',
        code: 'key-not-checkable',
        detail:
          'The passphrase is in a Secret, which the portal does not read. Whether it is still the same one is not known.',
      });
    case 'wrapped':
      return link('in the image metadata', {
        status: 'unknown',
        code: 'key-not-checkable',
        detail: `The wrapped key is kept in Ceph and opened by a KMS of type ${custody.connection.kmsType}; neither is checked here.`,
      });
    case 'azure':
      return link('in the Azure Key Vault', {
        status: 'unknown',
        code: 'key-not-checkable',
        detail: 'The key is in an Azure Key Vault, which is not checked here.',
      });
    default:
      return undefined;
  }
}

function judgeInVault(custody: InVault, evidence: Evidence): Judgement {
  if (keyValueVersion(custody.connection) === 'v1') {
    return {
      status: 'unknown',
      code: 'key-not-checkable',
      detail:
        'The mount is KV version 1, which cannot tell of a key without showing it, so it is not asked.',
    };
  }
  const { key } = evidence.facts;
  if (key.status === 'unknown' && key.why === 'sealed') {
    return {
      status: 'broken',
      code: 'kms-sealed',
      detail: 'The KMS is sealed, so it gives out no key.',
    };
  }
  if (key.status === 'unknown') {
    return {
      status: 'unknown',
      code: 'key-unread',
      detail: `Whether the key is there is not known: ${key.detail}`,
    };
  }
  return key.value.presence === 'present'
    ? present(key.value)
    : judgeAbsence(key.value.presence, custody, evidence);
}

function present({ currentVersion }: KeyDescription): Judgement {
  const version = currentVersion ? ` in version ${currentVersion}` : '';
  return {
    status: 'ok',
    code: 'key-present',
    detail: `The key is present${version}, by its metadata. The key itself was not read.`,
  };
}

function judgeAbsence(
  presence: Exclude<KeyDescription['presence'], 'present'>,
  { connection }: InVault,
  { record, mounts }: Evidence,
): Judgement {
  const isFile =
    record.state === 'recorded' && record.asked.encryption === 'file';
  if (presence === 'absent' && isFile && mounts.state !== 'mounted') {
    return {
      status: 'unknown',
      code: 'key-comes-with-first-mount',
      detail:
        'No key is there, which is normal for file encryption until the first mount. If the volume was mounted before, its key is lost.',
    };
  }
  if (presence === 'absent' && keyValueVersion(connection) === 'detected') {
    return {
      status: 'unknown',
      code: 'key-not-found',
      detail:
        'No key was found, but the connection leaves the KV version open, so it may be elsewhere. Set vaultBackend to kv-v2 in the connection to be sure.',
    };
  }
  return {
    status: 'broken',
    code: 'key-missing',
    detail: `The key is ${IN_WORDS[presence]}. ${REMEDY[presence]}`,
  };
}

function link(name: string, judgement: Judgement): LinkFinding {
  const isSeen =
    judgement.code === 'key-present' || judgement.code === 'key-missing';
  const grade = isSeen ? 'E5' : 'E0';
  return { kind: 'key', name, grade, ...judgement };
}
