import { setTimeout as sleep } from 'node:timers/promises';
import { fillTenants } from '../cluster/fillTenants';
import { prepareServers, type Servers } from '../cluster/prepareServers';
import { closedLoop } from '../load/closedLoop';
import { percentile } from '../load/distribution';
import { componentIn } from '../portal/componentIn';
import { firstPage } from '../portal/entityVolumes';
import type { PortalMemory } from '../portal/memory';
import { startPortal, type Portal } from '../portal/startPortal';
import { untilSynced } from '../portal/untilSynced';
import { timeReactions } from '../reaction/timeReactions';
import type { Bench } from '../report/Bench';
import { say } from '../report/say';
import { goalText, type Table } from '../report/table';

const TENANTS = 200;
const VOLUMES = 100_000;
const VIEWED = Array.from({ length: 10 }, (_, i) => `tenant-${i}`);
const LOAD = { warmUp: 5, requests: 200, atMostMs: 30_000 };

/** One replica with as many volumes as an organization may have. */
export const scale: Bench = {
  name: 'scale',
  async run() {
    const servers = await prepareServers({ provisioner: false });
    await servers.stopControllers();
    say(`scale: ${TENANTS} tenants without a volume`);
    const shape = { tenants: TENANTS, withKeys: VIEWED };
    await fillTenants(servers, { ...shape, volumes: 0 });
    const empty = await measure(servers, 0);
    say(`scale: ${VOLUMES} volumes`);
    await fillTenants(servers, { ...shape, volumes: VOLUMES });
    const full = await measure(servers, VOLUMES);
    await servers.stop();
    return [table(empty, full)];
  },
};

/** What one portal came to, in its use by ten who each read their own component. */
interface Figures {
  syncedMs: number;
  synced: PortalMemory;
  one: number[];
  ten: number[];
  reactions: number[];
  used: PortalMemory;
}

async function measure(servers: Servers, volumes: number): Promise<Figures> {
  say(`scale: a portal on ${volumes} volumes`);
  const portal = await startPortal({
    clusters: [servers.cluster],
    kms: [servers.kms],
    components: VIEWED.map(name => componentIn(name)),
  });
  const each = volumes / TENANTS;
  await untilSynced(portal, { component: VIEWED[0], volumes: each });
  const syncedMs = performance.now() - portal.spawnedAt;
  // What came with the start is done.
  await sleep(5000);
  const synced = await portal.memory();
  const used = await measureUse(servers, portal, volumes > 0);
  await portal.stop();
  return { syncedMs, synced, ...used };
}

async function measureUse(
  { administrator }: Servers,
  portal: Portal,
  hasClaims: boolean,
) {
  const acts = portal.users.map(
    ({ client }, index) =>
      () =>
        firstPage(client, VIEWED[index]),
  );
  const one = await closedLoop(acts.slice(0, 1), LOAD);
  const ten = await closedLoop(acts, LOAD);
  const change = { component: VIEWED[0], changes: hasClaims ? 50 : 0 };
  const reactions = await timeReactions(administrator, portal, change);
  return { one, ten, reactions, used: await portal.memory() };
}

type Figure = (of: Figures) => number;

const MEMORY = { text: 'under 600 MB', below: 600 };

const ROWS: [
  what: string,
  figure: Figure,
  goal?: { text: string; below: number },
][] = [
  [
    'synced after s',
    it => it.syncedMs / 1000,
    { text: 'under 60 s', below: 60 },
  ],
  ['resident then, MB', it => it.synced.resident, MEMORY],
  ['resident at most, MB', it => it.used.residentPeak, MEMORY],
  ['in use then, MB', it => it.synced.heap],
  ['view of one user, p50 ms', it => percentile(it.one, 0.5)],
  ['view of one user, p95 ms', it => percentile(it.one, 0.95)],
  ['views of ten users, p50 ms', it => percentile(it.ten, 0.5)],
  ['views of ten users, p95 ms', it => percentile(it.ten, 0.95)],
  [
    'change to signal, p95 ms',
    it => percentile(it.reactions, 0.95),
    { text: 'under 1 s', below: 1000 },
  ],
  ['resident after all that, MB', it => it.used.resident, MEMORY],
];

function table(empty: Figures, full: Figures): Table {
  const title = `${VOLUMES.toLocaleString('en-US')} volumes`;
  return {
    title: `${title} on one replica`,
    columns: ['what', 'no volumes', title, 'goal'],
    rows: ROWS.map(([what, figure, goal]) => {
      const reached = figure(full);
      const isMet = goal && { text: goal.text, isMet: reached < goal.below };
      return [what, figure(empty), reached, isMet ? goalText(isMet) : ''];
    }),
    notes: [
      `${TENANTS} tenants, each with a namespace and ${VOLUMES / TENANTS} volumes; each of the ten users reads a component of his own. Put into etcd behind the API server, the controllers stopped.`,
      'Synced: from the spawn of the process, Backstage and its catalog included, until every kind is synced and a component has all its volumes.',
      'Memory is that of the process with Backstage in it. In use are the JavaScript objects without garbage; how much garbage stays is for Node to say.',
    ],
  };
}
