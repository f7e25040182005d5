import { readFileSync } from 'node:fs';
import type { Servers } from '../cluster/prepareServers';
import { startCountingProxy } from '../count/startCountingProxy';
import { HttpClient } from '../load/HttpClient';
import { startPortal } from '../portal/startPortal';
import { byProduct } from './byProduct';
import { byScript } from './byScript';
import { COMPONENT, type Round } from './Round';

/** Finds its claims by their label, in whichever namespace serves its team. */
export const component = {
  name: COMPONENT,
  annotations: { 'backstage.io/kubernetes-id': COMPONENT },
};

/** Method and path of the calls of one round. */
export interface Calls {
  kubernetes: string[];
  vault: string[];
}

/**
 * The calls of one round by the product and of one by the script, noted by
 * proxies in a portal of its own: proxies would slow the rounds that are timed.
 * What the index follows by itself is left out.
 */
export async function countCalls(
  servers: Servers,
  rounds: { product: Round; script: Round },
): Promise<{ product: Calls; script: Calls }> {
  const { cluster, kms } = servers;
  const ca = readFileSync(cluster.caFile, 'utf8');
  const kubernetes = await startCountingProxy({ url: cluster.url, ca });
  const vault = await startCountingProxy({ url: kms.address });
  const portal = await startPortal({
    clusters: [{ ...cluster, url: kubernetes.url }],
    kms: [{ ...kms, otherAddresses: [kms.address], address: vault.url }],
    components: [component],
  });
  const during = async (act: () => Promise<void>): Promise<Calls> => {
    const from = [kubernetes.requests.length, vault.requests.length];
    await act();
    return {
      kubernetes: kubernetes.requests.slice(from[0]).filter(isNotWatch),
      vault: vault.requests.slice(from[1]),
    };
  };
  const product = await during(() =>
    byProduct(portal.users[0].client, rounds.product),
  );
  await portal.stop();
  const access = accessOf(servers, {
    kubernetes: kubernetes.url,
    vault: vault.url,
  });
  const script = await during(() => byScript(access, rounds.script));
  access.kubernetes.close();
  access.vault.close();
  await kubernetes.stop();
  await vault.stop();
  return { product, script };
}

/** The servers as the portal may use them, at other addresses if given. */
export function accessOf(
  { cluster, kms }: Servers,
  at = { kubernetes: cluster.url, vault: kms.address },
) {
  return {
    kubernetes: new HttpClient({
      url: at.kubernetes,
      headers: { authorization: `Bearer ${cluster.token}` },
      ca: readFileSync(cluster.caFile, 'utf8'),
    }),
    vault: new HttpClient({
      url: at.vault,
      headers: { 'x-vault-token': kms.token },
    }),
  };
}

function isNotWatch(request: string): boolean {
  return !/[?&]watch=(true|1)/.test(request);
}
