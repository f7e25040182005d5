import { startSandbox } from 'sandbox';
import type { RealServers, StartOptions } from './options';

/** What the portal is pointed at. */
export interface Servers {
  /** The `volumeEncryption` part of the configuration. */
  config: { clusters: object[]; kms: object[] };
  /** One line for the person who started it. */
  description: string;
  stop(): Promise<void>;
}

/** The servers that were named, or a seeded sandbox. */
export async function startServers(options: StartOptions): Promise<Servers> {
  return options.real ? realServers(options.real) : sandboxServers(options);
}

function realServers(real: RealServers): Servers {
  return {
    config: {
      clusters: [
        {
          name: real.clusterName,
          kubeconfig: { file: real.kubeconfig, context: real.context },
          csiNamespace: real.csiNamespace,
        },
      ],
      kms: [
        {
          name: 'vault',
          address: real.vault,
          caFile: real.vaultCaFile,
          auth: { tokenFile: real.vaultTokenFile },
          ...(real.custodianTokenFile && {
            custodian: { auth: { tokenFile: real.custodianTokenFile } },
          }),
        },
      ],
    },
    description: `cluster of ${real.kubeconfig} and Vault ${real.vault}`,
    stop: async () => {},
  };
}

async function sandboxServers({ ports }: StartOptions): Promise<Servers> {
  const sandbox = await startSandbox({
    ports: { kubernetes: ports.kubernetes, vault: ports.vault },
    seed: true,
  });
  return {
    config: {
      clusters: [
        {
          name: 'sandbox',
          url: sandbox.kubernetes.url,
          token: sandbox.kubernetes.tokens.portal,
          csiNamespace: 'rook-ceph',
        },
      ],
      kms: [
        {
          name: 'vault',
          address: sandbox.vault.url,
          auth: { token: sandbox.vault.portalToken },
          custodian: { auth: { token: sandbox.vault.custodianToken } },
        },
      ],
    },
    description: `sandbox cluster ${sandbox.kubernetes.url} and Vault ${sandbox.vault.url}`,
    stop: () => sandbox.stop(),
  };
}
