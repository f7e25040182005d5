import { readFileSync } from 'node:fs';
import { connect } from 'sandbox';
import type { OperationsUnderTest } from './OperationsUnderTest';

/** What JSON can hold, as the calls of tests have it. */
export type Body = Parameters<ReturnType<typeof connect>>[2];

/** Calls a server, and throws for any answer but a success; PATCH merges. */
export type Call = (method: string, path: string, body?: Body) => Promise<Body>;

const MERGE = 'application/merge-patch+json';

function caller(
  server: { url: string; ca?: string },
  headers: Record<string, string>,
): Call {
  const send = connect({ ...server, headers });
  return async (method, path, body) => {
    const type = method === 'PATCH' ? MERGE : undefined;
    const answer = await send(method, path, body, type);
    if (answer.status < 300) return answer.body;
    throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  };
}

/** Calls the API server as its administrator. */
export function kubernetesAdministrator({
  kubernetes: { url, caFile, adminToken },
}: OperationsUnderTest): Call {
  const ca = caFile && readFileSync(caFile, 'utf8');
  return caller({ url, ca }, { authorization: `Bearer ${adminToken}` });
}

/** Calls Vault with a token, without it as root. */
export function vaultCaller(
  { vault }: OperationsUnderTest,
  token: string = vault.rootToken,
): Call {
  return caller({ url: vault.url }, { 'x-vault-token': token });
}
