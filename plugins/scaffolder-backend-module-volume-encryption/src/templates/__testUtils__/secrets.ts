// Expectations of a suite.
/* eslint-disable jest/no-standalone-expect */

import {
  callKubernetes,
  callVault,
  type Servers,
} from '../../__testUtils__/Servers';

/** The token of the tenant's Secret, if there is one. */
export async function tokensIn(
  servers: Servers,
  namespace: string,
): Promise<string[]> {
  const path = `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`;
  const { body } = await callKubernetes(servers)('GET', path);
  return valuesOf('token', body).map(encoded =>
    Buffer.from(encoded, 'base64').toString(),
  );
}

/** Every passphrase of the tenant's volumes, as an administrator of Vault. */
export async function passphrasesIn(
  servers: Servers,
  namespace: string,
): Promise<string[]> {
  const vault = callVault(servers);
  const mount = `/v1/csi/${servers.cluster}.${namespace}`;
  const { body: list } = await vault('GET', `${mount}/metadata?list=true`);
  const names: string[] = Object(list).data.keys;
  const keys = await Promise.all(
    names.map(name => vault('GET', `${mount}/data/${name}`)),
  );
  return keys.flatMap(({ body }) => valuesOf('passphrase', body));
}

/** What the portal itself is let in with. */
export function ownSecrets({ kubernetes, vault }: Servers): string[] {
  return [kubernetes.portalToken, vault.portalToken, vault.custodianToken];
}

/** That none is in the text, nor is it there in base64. */
export function expectNoneOf(secrets: readonly string[], text: string): void {
  for (const secret of secrets) {
    expect(text.includes(secret)).toBe(false);
    const encoded = Buffer.from(secret).toString('base64');
    expect(text.includes(encoded)).toBe(false);
  }
}

function valuesOf(field: string, body: unknown): string[] {
  const found = JSON.stringify(body).matchAll(
    new RegExp(`"${field}":"([^"]+)"`, 'g'),
  );
  return [...found].map(([, value]) => value);
}
