import { randomBytes } from 'node:crypto';
import { connect } from 'sandbox';
import type { VaultUnderTest } from './VaultUnderTest';

/** Calls Vault with a token, or without one, and returns whatever it answers. */
export function askVault(
  { url }: Pick<VaultUnderTest, 'url'>,
  token = '',
  headers: Record<string, string> = {},
) {
  const its = token ? { 'x-vault-token': token } : undefined;
  const send = connect({ url, headers: { ...headers, ...its } });
  return (method: string, path: string, body?: Parameters<typeof send>[2]) =>
    send(method, `/v1/${path}`, body);
}

/** Calls Vault with a token, and throws for any but a success. */
export function callVault(url: string, token: string) {
  const send = askVault({ url }, token);
  return async (...call: Parameters<typeof send>) => {
    const { status, body } = await send(...call);
    if (status < 300) return body;
    throw new Error(`${status}: ${JSON.stringify(body)}`);
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
