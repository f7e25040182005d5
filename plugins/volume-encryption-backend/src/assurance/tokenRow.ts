import {
  isolationPaths,
  isolationRow,
  unknownRow,
  type IsolationQuestion,
  type IsolationRow,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { lookUpOurToken, type TenantCredential } from '../custody';
import { wordsOf } from '../vault/VaultRefusal';

const NONE = 'No token was delivered to it by the portal.';
const GONE =
  'The KMS does not know the token that was delivered to it any more.';

/** By path; undefined where there is no such token any more. */
type Answers = ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The row of a tenant that has tokens, asked of the KMS by the accessors: so it
 * counts too what the entity was given. What any of them may do counts. An
 * accessor is used only after the KMS has said that it is that of our token for
 * this tenant.
 * @param its.tokens - all that may be in force
 * @param its.message - what is to be said of it besides
 */
export async function tokenRow(
  kms: Kms,
  question: IsolationQuestion,
  its: { tokens: readonly TenantCredential[]; message?: string },
): Promise<IsolationRow> {
  const { tokens, message } = its;
  if (tokens.length === 0) return unknownRow(question, NONE);
  const paths = isolationPaths(question);
  const asked = await Promise.allSettled(
    tokens.map(it => answersFor(it, paths, kms)),
  );
  const doubts = asked.flatMap(it =>
    it.status === 'rejected' ? wordsOf(it.reason) : [],
  );
  const answers = asked.flatMap(it =>
    it.status === 'fulfilled' && it.value ? [it.value] : [],
  );
  if (answers.length === 0) {
    return unknownRow(question, doubts.join(' ') || GONE);
  }
  const said = [...new Set(doubts), ...counted(answers.length), message ?? []];
  return isolationRow(question, {
    basis: doubts.length > 0 ? 'unknown' : 'asked',
    capabilitiesOf: path => together(answers, path),
    message: said.flat().join(' ') || undefined,
  });
}

async function answersFor(
  credential: TenantCredential,
  paths: readonly string[],
  kms: Kms,
): Promise<Answers> {
  const token = await lookUpOurToken(credential, kms.tokens);
  if (!token || !credential.accessor) return undefined;
  return kms.capabilities.ofAccessor(credential.accessor, paths, {});
}

/** `deny` alone where each says so, none where one says nothing and none allows. */
function together(
  answers: readonly NonNullable<Answers>[],
  path: string,
): string[] {
  const each = answers.map(it => it.get(path) ?? []);
  const allowed = each.flat().filter(it => it !== 'deny');
  if (allowed.length > 0) return [...new Set(allowed)].sort();
  return each.some(it => it.length === 0) ? [] : ['deny'];
}

function counted(tokens: number): string[] {
  if (tokens === 1) return [];
  return [`It has ${tokens} tokens; what any of them may do is shown.`];
}
