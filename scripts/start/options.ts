import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  ports: { app: number; backend: number; kubernetes: number; vault: number };
  /** Absent: the sandbox. */
  real?: RealServers;
}

/** Servers that run already. */
export interface RealServers {
  kubeconfig: string;
  context?: string;
  clusterName: string;
  csiNamespace: string;
  vault: string;
  vaultCaFile?: string;
  vaultTokenFile: string;
  /** Token by which keys of shredded tenants are destroyed. */
  custodianTokenFile?: string;
}

export const usage = `npm start                                   portal, sandbox cluster and sandbox Vault
npm start -- --kubeconfig FILE --vault URL --vault-token-file FILE
                                            the same portal on your own servers

  --context NAME          context of the kubeconfig; its current one by default
  --cluster-name NAME     the portal's name of the cluster (default: main)
  --csi-namespace NAME    namespace of the Ceph CSI pods (default: rook-ceph)
  --vault-ca-file FILE    CA of the Vault's certificate
  --vault-custodian-token-file FILE
                          token that destroys keys of shredded tenants (default: none)
  --app-port, --backend-port, --kubernetes-port, --vault-port NUMBER`;

const defaults = { app: 3000, backend: 7007, kubernetes: 8443, vault: 8200 };

/** Reads the command line; throws an Error that names the switch. */
export function readOptions(args: string[]): StartOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: args.filter(arg => arg !== '--'),
    options: {
      kubeconfig: text,
      context: text,
      'cluster-name': text,
      'csi-namespace': text,
      vault: text,
      'vault-ca-file': text,
      'vault-token-file': text,
      'vault-custodian-token-file': text,
      'app-port': text,
      'backend-port': text,
      'kubernetes-port': text,
      'vault-port': text,
    },
  });
  return {
    ports: {
      app: readPort('app-port', values['app-port'], defaults.app),
      backend: readPort(
        'backend-port',
        values['backend-port'],
        defaults.backend,
      ),
      kubernetes: readPort(
        'kubernetes-port',
        values['kubernetes-port'],
        defaults.kubernetes,
      ),
      vault: readPort('vault-port', values['vault-port'], defaults.vault),
    },
    real: readRealServers(values),
  };
}

function readPort(name: string, value: string | undefined, standard: number) {
  if (value === undefined) return standard;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`--${name} is ${value}; give a port from 1 to 65535.`);
}

function readRealServers(
  values: Record<string, string | undefined>,
): RealServers | undefined {
  const { kubeconfig, vault, 'vault-token-file': vaultTokenFile } = values;
  if (!kubeconfig && !vault && !vaultTokenFile) return undefined;
  if (!kubeconfig || !vault || !vaultTokenFile) {
    throw new Error(
      'Real servers need all of --kubeconfig, --vault and --vault-token-file.',
    );
  }
  return {
    kubeconfig,
    context: values.context,
    clusterName: values['cluster-name'] ?? 'main',
    csiNamespace: values['csi-namespace'] ?? 'rook-ceph',
    vault,
    vaultCaFile: values['vault-ca-file'],
    vaultTokenFile,
    custodianTokenFile: values['vault-custodian-token-file'],
  };
}
