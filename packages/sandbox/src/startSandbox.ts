import { startKubernetes } from './kubernetes/startKubernetes';
import { startProvisioner } from './provisioner/startProvisioner';
import { seedKubernetes, seedVault } from './seed/seed';
import { startVault } from './vault/startVault';
import { connect } from './wire/connect';

/** `retry`: milliseconds to the provisioner's next try, at first and at most. */
export interface SandboxOptions {
  ports?: { kubernetes?: number; vault?: number };
  clock?: () => Date;
  retry?: { first: number; most: number };
  seed?: boolean;
}

/** Tokens are by user; two of the unseal keys unseal; the others' tokens are empty unless seeded. */
export interface Sandbox {
  kubernetes: { url: string; tokens: Record<string, string> };
  vault: VaultAccess & { unsealKeys: string[] };
  stop(): Promise<void>;
}
type VaultTokens = Record<'portalToken' | 'custodianToken', string>;
type VaultAccess = Record<'url' | 'rootToken', string> & VaultTokens;

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
  const its = { url, reviewerToken: tokens.reviewer };
  const names = { cluster: sandboxCluster, vaultAddress: vault.url };
  const setUp = () => seedVault(send, { ...names, kubernetes: its });
  const none = { portalToken: '', custodianToken: '' };
  const made = seed ? await setUp() : none;
  if (seed) await seedKubernetes(connect(as('admin')), names);
  const endpoint = as('provisioner');
  const stopProvisioner = startProvisioner({ kubernetes: endpoint, retry });
  const stop = async () => {
    await stopProvisioner();
    await Promise.all([kubernetes.stop(), stopVault()]);
  };
  return { kubernetes: { url, tokens }, vault: { ...open, ...made }, stop };
}
