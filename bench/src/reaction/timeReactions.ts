import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { textAt } from 'testbed';
import { WebSocket } from 'ws';
import type { Administrator } from '../cluster/Administrator';
import { jsonOf } from '../load/content';
import { eventually } from '../load/eventually';
import { firstPage } from '../portal/entityVolumes';
import type { Portal } from '../portal/startPortal';

const GIVE_UP_MS = 30_000;

/**
 * Changes a label of the component's claim `data-0`, in the namespace of the
 * component's name, again and again, each time when the signal of the change
 * before has come.
 * @returns milliseconds from a change to its signal at a client
 */
export async function timeReactions(
  administrator: Administrator,
  portal: Portal,
  { component, changes }: { component: string; changes: number },
): Promise<number[]> {
  const [user] = portal.users;
  const answer = await firstPage(user.client, component);
  const channel = textAt(jsonOf(answer), 'channel');
  const socket = await subscribe(portal, channel);
  const times: number[] = [];
  for (let i = 0; i < changes; i++) {
    const signal = once(socket, 'message', {
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    const begun = performance.now();
    await administrator.kubernetes.demand({
      method: 'PATCH',
      path: `/api/v1/namespaces/${component}/persistentvolumeclaims/data-0`,
      headers: { 'content-type': 'application/merge-patch+json' },
      body: { metadata: { labels: { change: `number-${i}` } } },
    });
    await signal;
    times.push(performance.now() - begun);
    // Away from any beat of the portal's.
    await sleep(20 + Math.random() * 60);
  }
  socket.terminate();
  return times;
}

async function subscribe(portal: Portal, channel: string): Promise<WebSocket> {
  const socket = await eventually('signals', () => connect(portal));
  socket.send(JSON.stringify({ action: 'subscribe', channel }));
  await sleep(200);
  return socket;
}

/**
 * As the frontend does: the token goes where browsers can put one, and an
 * attempt is given up after a second, because signals-backend 0.3 does not answer
 * the first one after a start.
 */
async function connect(portal: Portal): Promise<WebSocket> {
  const url = `${portal.url.replace('http', 'ws')}/api/signals`;
  const socket = new WebSocket(url, portal.users[0].token);
  socket.on('error', () => {});
  try {
    await once(socket, 'open', { signal: AbortSignal.timeout(1000) });
    return socket;
  } catch (error) {
    socket.terminate();
    throw error;
  }
}
