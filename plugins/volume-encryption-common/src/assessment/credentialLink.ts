import { judgeAccount } from '../accountLogin/judgeAccount';
import { credentialState, daysLeft } from '../custodyTerm/credentialState';
import type { CredentialTerm } from '../custodyTerm/credentialTerm';
import {
  tenantObjectNames,
  type KmsConnection,
} from '../kmsConnection/kmsConnection';
import type { Evidence } from './evidence';
import type { LinkFinding } from './linkFinding';
import type { VolumeFacts } from './volumeFacts';

type Judgement = Pick<LinkFinding, 'status' | 'code' | 'detail'>;

/** What is looked at here of all facts. */
type CredentialFacts = Pick<VolumeFacts, 'tenant' | 'now'>;

/** Can the driver prove itself to the Vault? Undefined when it need not. */
export function credentialLink({
  facts,
  custody,
}: Pick<Evidence, 'custody'> & { facts: CredentialFacts }):
  LinkFinding | undefined {
  if (custody.kind !== 'vault') return undefined;
  const names = tenantObjectNames(custody.connection);
  switch (custody.credential) {
    case 'tenant-token':
      return link(names.tokenSecret, judgeToken(names.tokenSecret, facts));
    case 'tenant-service-account':
      return link(
        names.serviceAccount,
        accountJudgement(names.serviceAccount, custody.connection, facts),
      );
    default:
      return link("the driver's own ServiceAccount", {
        status: 'unknown',
        code: 'credential-not-checked',
        detail:
          "The driver logs in as its own ServiceAccount, for all tenants alike. Whether the Vault's role still admits it is not checked here.",
      });
  }
}

function accountJudgement(
  name: string,
  connection: KmsConnection,
  { tenant }: CredentialFacts,
): Judgement {
  const { remedy, ...judged } = judgeAccount(name, connection, tenant);
  if (!remedy) return judged;
  const detail = `${judged.detail} Ask the platform team to ${remedy}.`;
  return { ...judged, detail };
}

function judgeToken(name: string, { tenant, now }: CredentialFacts): Judgement {
  const { tokenSecret, tokenTerm } = tenant;
  if (tokenSecret.status === 'observed' && !tokenSecret.value) {
    return {
      status: 'broken',
      code: 'tenant-token-missing',
      detail: `The token Secret "${name}" is not in the namespace. Ask the platform team for tenant access.`,
    };
  }
  const term = tokenTerm.status === 'observed' ? tokenTerm.value : undefined;
  const over = term && judgeOver(name, term, now);
  if (over) return over;
  if (tokenSecret.status === 'unknown') {
    return unread(`the token Secret "${name}"`, tokenSecret);
  }
  if (tokenTerm.status === 'unknown') {
    return unread(`the end of the token in "${name}"`, tokenTerm);
  }
  return tenant.tokenIsForeign ? foreign(name) : judgeTerm(name, term, now);
}

/** Of the token that is there, nothing is known by the one on record. */
function foreign(name: string): Judgement {
  return {
    status: 'warning',
    code: 'tenant-token-foreign',
    detail: `The token in the Secret "${name}" is not the one that the portal delivered: somebody put it there past the portal, and whether it works and until when is not known. Ask the platform team to remove the Secret and rotate the tenant.`,
  };
}

/** What is over is so whether or not the Secret can be seen. */
function judgeOver(
  name: string,
  term: CredentialTerm,
  now: string,
): Judgement | undefined {
  switch (credentialState(now, term)) {
    case 'expired':
      return {
        status: 'broken',
        code: 'tenant-token-expired',
        detail: `The token in the Secret "${name}" ended at ${term.expiresAt}. Ask the platform team for a new one.`,
      };
    case 'lost':
      return {
        status: 'broken',
        code: 'tenant-token-lost',
        detail: `The Vault does not know the token in the Secret "${name}" any more: somebody revoked it, or the Vault was restored. Ask the platform team for a new one.`,
      };
    default:
      return undefined;
  }
}

function judgeTerm(
  name: string,
  term: CredentialTerm | undefined,
  now: string,
): Judgement {
  if (term?.expiresAt === undefined) {
    return {
      status: 'warning',
      code: 'tenant-token-end-unknown',
      detail: `The token Secret "${name}" is there, but the portal did not make its token and does not know when it ends. Whoever made it must renew it.`,
    };
  }
  const { expiresAt } = term;
  if (credentialState(now, term) === 'expiring') {
    return {
      status: 'warning',
      code: 'tenant-token-expiring',
      detail: `The token in the Secret "${name}" ends in ${lasting(now, expiresAt)}, at ${expiresAt}, and was not renewed in time. Ask the platform team to renew it before then.`,
    };
  }
  return {
    status: 'ok',
    code: 'tenant-token-ok',
    detail: `The token Secret "${name}" is there, and its token is good for ${lasting(now, expiresAt)}, until ${expiresAt}, unless it is renewed before.`,
  };
}

/** In whole days, so that a reader needs no calendar. */
function lasting(now: string, expiresAt: string): string {
  const days = daysLeft(now, expiresAt) ?? 0;
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}

function unread(what: string, { detail }: { detail: string }): Judgement {
  return {
    status: 'unknown',
    code: 'credential-unread',
    detail: `Not known: ${what} could not be looked up. ${detail}`,
  };
}

function link(name: string, judgement: Judgement): LinkFinding {
  const grade = judgement.status === 'unknown' ? 'E0' : 'E1';
  return { kind: 'tenant-credential', name, grade, ...judgement };
}
