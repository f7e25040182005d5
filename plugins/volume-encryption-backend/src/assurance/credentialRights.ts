import {
  isVolumeEncryptionError,
  judgeIdentity,
  ruleInOneLine,
  type CredentialRights,
  type IdentityProbe,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Capabilities,
  Kms,
} from 'backstage-plugin-volume-encryption-node';
import { wordsOf } from '../vault/VaultRefusal';

type Probes = readonly IdentityProbe[];

/** What the judgement rests on beside the answers. */
interface About {
  hasTokenTenants: boolean;
  /** Why there may be more to ask for; with any, nothing is called exact. */
  doubts: readonly string[];
}

/** What the portal's own token may do; `unknown` where the KMS does not say. */
export async function portalRightsOf(
  { capabilities }: Kms,
  probes: Probes,
  about: About,
): Promise<CredentialRights> {
  try {
    return await judged(probes, capabilities.own, about);
  } catch (error) {
    return unknown(wordsOf(error));
  }
}

/** The same of the credential that destroys keys; undefined without one. */
export async function custodianRightsOf(
  { custodian }: Kms,
  probes: Probes,
  about: About,
): Promise<CredentialRights | undefined> {
  if (!custodian) return undefined;
  try {
    const who = 'The custodian';
    return await judged(probes, custodian.capabilities, { ...about, who });
  } catch (error) {
    const line = mayLackTheLine(error) ? lineToAsk(probes) : '';
    return unknown(wordsOf(error) + line);
  }
}

async function judged(
  probes: Probes,
  ask: Capabilities['own'],
  { doubts, ...about }: About & { who?: string },
): Promise<CredentialRights> {
  const paths = probes.map(({ path }) => path);
  const answers = await ask(paths, {});
  const rights = judgeIdentity(probes, answers, about);
  const message = [rights.message ?? [], doubts].flat().join(' ');
  const isDoubtful = rights.verdict === 'exact' && doubts.length > 0;
  const verdict = isDoubtful ? 'unknown' : rights.verdict;
  return { ...rights, verdict, message: message || undefined };
}

/** A refusal of the question itself, rather than of a login. */
function mayLackTheLine(error: unknown): boolean {
  return (
    isVolumeEncryptionError(error) &&
    error.code === 'kms-denied' &&
    error.field === undefined
  );
}

/** Policies that were written before the portal asked have no such line. */
function lineToAsk(probes: Probes): string {
  const right = probes.find(it => it.path === 'sys/capabilities-self')?.right;
  return right ? ` The line that it may lack: ${ruleInOneLine(right)}` : '';
}

function unknown(message: string): CredentialRights {
  return { verdict: 'unknown', message, items: [] };
}
