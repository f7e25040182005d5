import { startKubernetes } from './kubernetes/startKubernetes';
import { startProvisioner } from './provisioner/startProvisioner';
import { startVolumeBinder } from './provisioner/startVolumeBinder';
import { seedKubernetes } from './seed/seedKubernetes';
import { seedVault } from './seed/seedVault';
import { startVault } from './vault/startVault';
import { connect } from './wire/connect';
import { at, textOf, textsOf } from './wire/json';

export interface SandboxOptions {
  /** 0 or absent lets the system choose. */
  ports?: { kubernetes?: number; vault?: number };
  /** What both servers take as now: tokens end by it. */
  clock?: () => Date;
  /** Milliseconds to the provisioner's first retry and its longest wait. */
  retry?: { first: number; most: number };
  /** Whether to set Vault up and make the examples. */
  seed?: boolean;
}

export interface Sandbox {
  kubernetes: { url: string; tokens: Record<string, string> };
  /** `portalToken` is empty unless seeded. */
  vault: {
    url: string;
    rootToken: string;
    unsealKeys: string[];
    portalToken: string;
  };
  stop(): Promise<void>;
}

/** Name of the sandbox's cluster in tenants' mounts. */
export const sandboxCluster = 'sandbox';

/**
 * Starts the stand-in API server, Vault (initialised and unsealed), volume binder and
 * provisioner on loopback.
 *
 * @throws EADDRINUSE when a port is taken
 */
export async function startSandbox({
  ports = {},
  clock = () => new Date(),
  retry = { first: 1000, most: 10_000 },
  seed = false,
}: SandboxOptions = {}): Promise<Sandbox> {
  const kubernetes = await startKubernetes({
    port: ports.kubernetes,
    now: clock,
  });
  const vault = await startVault({ port: ports.vault, now: clock });
  const { rootToken, unsealKeys } = await openVault(vault.url);
  const { url, tokens } = kubernetes;
  const as = (token: string) => ({
    url,
    headers: { authorization: `Bearer ${token}` },
  });
  const headers = { 'x-vault-token': rootToken };
  const portalToken = seed
    ? await seedBoth({ url, tokens }, { url: vault.url, headers })
    : '';
  const stops = [
    startVolumeBinder(as(tokens.volumeBinder)),
    startProvisioner({ kubernetes: as(tokens.provisioner), retry }),
  ];
  const stop = async () => {
    await Promise.all(stops.map(it => it()));
    await Promise.all([kubernetes.stop(), vault.stop()]);
  };
  return {
    kubernetes: { url, tokens },
    vault: { url: vault.url, rootToken, unsealKeys, portalToken },
    stop,
  };
}

async function openVault(url: string) {
  const send = connect({ url });
  const shares = { secret_shares: 3, secret_threshold: 2 };
  const { body } = await send('POST', '/v1/sys/init', shares);
  const unsealKeys = textsOf(at(body, 'keys_base64'));
  for (const key of unsealKeys.slice(0, 2))
    await send('POST', '/v1/sys/unseal', { key });
  return { rootToken: textOf(at(body, 'root_token')), unsealKeys };
}

async function seedBoth(
  { url, tokens }: Sandbox['kubernetes'],
  vault: { url: string; headers: Record<string, string> },
): Promise<string> {
  const cluster = sandboxCluster;
  const kubernetes = { url, reviewerToken: tokens.reviewer };
  const portalToken = await seedVault(connect(vault), { cluster, kubernetes });
  const admin = { authorization: `Bearer ${tokens.admin}` };
  const options = { cluster, vaultAddress: vault.url };
  await seedKubernetes(connect({ url, headers: admin }), options);
  return portalToken;
}
