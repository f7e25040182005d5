import { setTimeout as sleep } from 'node:timers/promises';
import { valueAt } from '../access/fields';
import type { JsonApi } from '../access/jsonApi';

/** A new Vault joins the cluster of a leader; it is sealed until it is unsealed. */
export async function joinRaft(
  node: JsonApi,
  leader: { address: string; ca?: string },
): Promise<void> {
  await node.demand({
    method: 'POST',
    path: '/v1/sys/storage/raft/join',
    body: { leader_api_addr: leader.address, leader_ca_cert: leader.ca },
  });
}

/**
 * Waits until all nodes vote: before that the cluster cannot bear a loss. A new
 * node would wait ten seconds for its vote; that is waived.
 */
export async function untilAllVote(
  leader: JsonApi,
  nodes: number,
): Promise<void> {
  const raft = '/v1/sys/storage/raft';
  await leader.demand({
    method: 'POST',
    path: `${raft}/autopilot/configuration`,
    body: { server_stabilization_time: '0s' },
  });
  const deadline = Date.now() + 60_000;
  const path = `${raft}/configuration`;
  for (;;) {
    const { body } = await leader.demand({ method: 'GET', path });
    const servers = valueAt(body, ['data', 'config', 'servers']);
    const voters = Array.isArray(servers)
      ? servers.filter(server => valueAt(server, ['voter']) === true)
      : [];
    if (voters.length === nodes) return;
    if (Date.now() > deadline) {
      throw new Error(`${voters.length} of ${nodes} Vaults vote after 60 s`);
    }
    await sleep(100);
  }
}

/**
 * The node that is active, as it says itself.
 * @param api - how to ask a node, as nobody
 * @throws Error when none is within 30 s
 */
export async function activeOf<T>(
  nodes: T[],
  api: (node: T) => JsonApi,
): Promise<T> {
  const ask = async (node: T) => {
    const health = { method: 'GET', path: '/v1/sys/health' } as const;
    const { status } = await api(node).send(health);
    if (status !== 200) throw new Error(`answered ${status}`);
    return { node };
  };
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    // A node that is paused does not answer, which is not waited for.
    const active = await Promise.race([
      Promise.any(nodes.map(ask)).catch(() => sleep(100)),
      sleep(1000),
    ]);
    if (active) return active.node;
  }
  throw new Error('no Vault of the cluster was active within 30 s');
}
