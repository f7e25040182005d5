import type { KmsView } from '../contract/api';
import type { Evidence } from './evidence';
import type { LinkFinding } from './linkFinding';
import type { VolumeFacts } from './volumeFacts';

type Judgement = Pick<LinkFinding, 'status' | 'code' | 'detail'>;

/** Would the Vault answer? Undefined when none is asked. */
export function kmsLink({
  facts,
  custody,
}: Pick<Evidence, 'custody'> & { facts: Pick<VolumeFacts, 'kms'> }):
  LinkFinding | undefined {
  if (custody.kind !== 'vault') return undefined;
  const address = custody.connection.options.vaultAddress ?? 'no address';
  const { kms } = facts;
  if (kms.status === 'observed') {
    return link(kms.value.name, judgeState(kms.value));
  }
  if (kms.why === 'sealed') return link(address, sealed(address));
  if (kms.why === 'not-configured') {
    return link(address, {
      status: 'unknown',
      code: 'kms-not-configured',
      detail: `The portal knows no KMS at ${address}. The platform team can add it to the portal's configuration.`,
    });
  }
  return link(address, {
    status: 'unknown',
    code: 'kms-unread',
    detail: `Whether the KMS at ${address} would answer is not known: ${kms.detail}`,
  });
}

function judgeState({ name, state, message }: KmsView): Judgement {
  switch (state) {
    case 'active':
      return {
        status: 'ok',
        code: 'kms-active',
        detail: `The KMS "${name}" is unsealed and active.`,
      };
    case 'sealed':
      return sealed(name);
    case 'uninitialised':
      return {
        status: 'broken',
        code: 'kms-uninitialised',
        detail: `The KMS "${name}" is not initialised, so it holds no keys. Ask the Vault's administrators.`,
      };
    case 'standby':
      return {
        status: 'unknown',
        code: 'kms-standby',
        detail: `The node of the KMS "${name}" that answers is a standby, and no active one was seen. Ask the Vault's administrators.`,
      };
    default:
      return {
        status: 'unknown',
        code: 'kms-unread',
        detail:
          `The portal cannot reach the KMS "${name}"; the cluster's nodes may or may not. ${message ?? ''}`.trim(),
      };
  }
}

function sealed(name: string): Judgement {
  return {
    status: 'broken',
    code: 'kms-sealed',
    detail: `The KMS "${name}" is sealed and gives out no key until its administrators unseal it. What is mounted keeps running.`,
  };
}

function link(name: string, judgement: Judgement): LinkFinding {
  const grade = judgement.status === 'unknown' ? 'E0' : 'E3';
  return { kind: 'kms', name, grade, ...judgement };
}
