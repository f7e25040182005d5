import { setTimeout as sleep } from 'node:timers/promises';
import { fillComponent } from '../cluster/fillComponent';
import { prepareServers } from '../cluster/prepareServers';
import { percentile } from '../load/distribution';
import { componentIn } from '../portal/componentIn';
import { timeReactions } from '../reaction/timeReactions';
import { startPortal } from '../portal/startPortal';
import type { Bench } from '../report/Bench';
import { goalText } from '../report/table';

const COMPONENT = 'shop';
const CHANGES = 120;

/** From a change of a claim on the cluster to the signal at a client. */
export const reaction: Bench = {
  name: 'reaction',
  async run() {
    const servers = await prepareServers({ provisioner: false });
    await fillComponent(servers, { name: COMPONENT, volumes: 10 });
    const portal = await startPortal({
      clusters: [servers.cluster],
      kms: [servers.kms],
      components: [componentIn(COMPONENT)],
    });
    // What the start itself signals is over by then.
    await sleep(3000);
    const times = await timeReactions(servers.administrator, portal, {
      component: COMPONENT,
      changes: CHANGES,
    });
    await portal.stop();
    await servers.stop();
    const p95 = percentile(times, 0.95);
    return [
      {
        title: 'From a change on the cluster to the signal',
        columns: ['changes', 'p50 ms', 'p95 ms', 'most ms', 'goal'],
        rows: [
          [
            times.length,
            percentile(times, 0.5),
            p95,
            Math.max(...times),
            goalText({ text: 'p95 under 1 s', isMet: p95 < 1000 }),
          ],
        ],
        notes: [
          'From before the claim is patched at the API server until the signal is there at a client of `/api/signals`. Changes are gathered for 200 ms on purpose.',
        ],
      },
    ];
  },
};
