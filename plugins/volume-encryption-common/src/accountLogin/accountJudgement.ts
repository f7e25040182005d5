import type { ReasonCode } from '../contract/reasons';
import type { AccountFacts } from './accountFacts';
import type { LoginPlace } from '../kmsConnection/loginPlace';

/** Whether Ceph CSI can log in as the tenant, as far as can be seen. @public */
export interface AccountJudgement {
  status: 'ok' | 'broken' | 'unknown';
  code: ReasonCode;
  detail: string;
  /** What the platform team can do, as the end of "Ask the platform team to". */
  remedy?: string;
}

/** What can be done, as a sentence of its own. @public */
export function remedySentence({
  remedy = '',
}: Pick<AccountJudgement, 'remedy'>): string {
  return remedy && `${remedy[0].toUpperCase()}${remedy.slice(1)}.`;
}

/** What is judged. */
export interface Account {
  name: string;
  facts: AccountFacts;
  place: LoginPlace;
  /** The role in force, in words. */
  roleName: string;
}

/** A look at one thing that a login needs; undefined where it is well. */
export type Check = (account: Account) => AccountJudgement | undefined;

export function broken(
  code: ReasonCode,
  detail: string,
  remedy: string,
): AccountJudgement {
  return { status: 'broken', code, detail, remedy };
}

export function unread(
  code: ReasonCode,
  what: string,
  { detail }: { detail: string },
): AccountJudgement {
  return {
    status: 'unknown',
    code,
    detail: `Not known: ${what} could not be looked up. ${detail}`,
  };
}
