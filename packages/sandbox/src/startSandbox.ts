import { startKubernetes } from './kubernetes/startKubernetes';
import { startProvisioner } from './provisioner/startProvisioner';
import { seedKubernetes, seedVault } from './seed/seed';
import { startVault } from './vault/startVault';
import { connect } from './wire/connect';

export interface SandboxOptions {
  /** 0 or absent lets the system choose. */
  ports?: { kubernetes?: number; vault?: number };
  /** What both servers take as now: tokens end by it. */
  clock?: () => Date;
  /** Milliseconds to the provisioner's first retry, and at most. */
  retry?: { first: number; most: number };
  /** Whether to set Vault up and make the examples. */
  seed?: boolean;
}

export interface Sandbox {
  /** Bearer tokens by user: admin, portal, denied, provisioner, reviewer. */
  kubernetes: { url: string; tokens: Record<string, string> };
  /** `portalToken` is empty unless seeded; any two `unsealKeys` unseal. */ vault: Record<
    'url' | 'rootToken' | 'portalToken',
    string
  > & {
    unsealKeys: string[];
  };
  stop(): Promise<void>;
}

/** Name of the sandbox's cluster: the first part of its tenants' mounts. */
export const sandboxCluster = 'sandbox';

/** Starts it all on loopback, Vault unsealed. Throws EADDRINUSE when a port is taken. */
export async function startSandbox({
  ports = {},
  clock = () => new Date(),
  retry = { first: 1000, most: 10_000 },
  seed = false,
}: SandboxOptions = {}): Promise<Sandbox> {
  const kubernetes = await startKubernetes(ports.kubernetes ?? 0, clock);
  const vault = await startVault(ports.vault ?? 0, clock);
  const { url, tokens } = kubernetes;
  const as = (user: string) => {
    return { url, headers: { authorization: `Bearer ${tokens[user]}` } };
  };
  const { stop: stopVault, ...open } = vault;
  const headers = { 'x-vault-token': open.rootToken };
  const send = connect({ url: vault.url, headers });
  const cluster = sandboxCluster;
  const its = { url, reviewerToken: tokens.reviewer };
  const setUp = () => seedVault(send, { cluster, kubernetes: its });
  const portalToken = seed ? await setUp() : '';
  const names = { cluster, vaultAddress: vault.url };
  if (seed) await seedKubernetes(connect(as('admin')), names);
  const provisioner = { kubernetes: as('provisioner'), retry };
  const stopProvisioner = startProvisioner(provisioner);
  const stop = async () => {
    await stopProvisioner();
    await Promise.all([kubernetes.stop(), stopVault()]);
  };
  return { kubernetes: { url, tokens }, vault: { ...open, portalToken }, stop };
}
