import { connect, type Sandbox } from 'sandbox';

/** Seals and unseals the sandbox's Vault, as its administrator. */
export function sealOf({ vault }: Sandbox) {
  const headers = { 'x-vault-token': vault.rootToken };
  const send = connect({ url: vault.url, headers });
  return {
    seal: async () => {
      await send('PUT', '/v1/sys/seal');
    },
    unseal: async () => {
      for (const key of vault.unsealKeys) {
        await send('PUT', '/v1/sys/unseal', { key });
      }
    },
  };
}
