import type { Sandbox } from 'sandbox';

/** The configuration of a portal that looks at a sandbox. */
export function sandboxConfig({ kubernetes, vault }: Sandbox) {
  return {
    clusters: [
      {
        name: 'sandbox',
        url: kubernetes.url,
        token: kubernetes.tokens.portal,
      },
    ],
    kms: [
      {
        name: 'vault',
        address: vault.url,
        auth: { token: vault.portalToken },
      },
    ],
  };
}
