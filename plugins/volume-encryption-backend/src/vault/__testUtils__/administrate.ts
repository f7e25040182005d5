import { randomBytes } from 'node:crypto';
import { connect } from 'sandbox';
import type { VaultUnderTest } from './VaultUnderTest';

type Body = Parameters<ReturnType<typeof connect>>[2];

/** Calls Vault with a token, and throws for any but a success. */
export function callVault(url: string, token: string) {
  const send = connect({ url, headers: { 'x-vault-token': token } });
  return async (method: string, path: string, body?: Body) => {
    const answer = await send(method, `/v1/${path}`, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  };
}

/** The Vault as its administrator. */
export function administrate({ url, rootToken }: VaultUnderTest) {
  return callVault(url, rootToken);
}

/** A name that no other test uses. */
export function unique(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString('hex')}`;
}
