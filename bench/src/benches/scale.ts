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
import { goalText, type Cell, type Table } from '../report/table';

const TENANTS = 200;
const VOLUMES = 100_000;
const VIEWED = Array.from({ length: 10 }, (_, i) => `tenant-${i}`);
const LOAD = { warmUp: 5, requests: 100, atMostMs: 30_000 };

/** One replica with as many volumes as an organization may have. */
export const scale: Bench = {
  name: 'scale',
  async run() {
    const servers = await prepareServers({ provisioner: false });
    await servers.stopControllers();
    say(`scale: ${TENANTS} tenants without a volume`);
    const shape = { tenants: TENANTS, withKeys: VIEWED };
    await fillTenants(servers, { ...shape, volumes: 0 });
    const empty = await measureStart(servers, 0);
    await empty.portal.stop();
    say(`scale: ${VOLUMES} volumes`);
    await fillTenants(servers, { ...shape, volumes: VOLUMES });
    say('scale: the portal starts');
    const full = await measureStart(servers, VOLUMES);
    say('scale: views and changes');
    const used = await measureUse(servers, full.portal);
    await full.portal.stop();
    await servers.stop();
    return [table([empty.figures, full.figures], used)];
  },
};

interface Figures {
  volumes: number;
  syncedMs: number;
  memory: PortalMemory;
}

async function measureStart({ cluster, kms }: Servers, volumes: number) {
  const portal = await startPortal({
    clusters: [cluster],
    kms: [kms],
    components: VIEWED.map(name => componentIn(name)),
  });
  await untilSynced(portal, {
    component: VIEWED[0],
    volumes: volumes / TENANTS,
  });
  const syncedMs = performance.now() - portal.spawnedAt;
  // What came with the start is done.
  await sleep(5000);
  const memory = await portal.memory();
  const figures: Figures = { volumes, syncedMs, memory };
  return { portal, figures };
}

interface Use {
  one: number[];
  ten: number[];
  reactions: number[];
  after: PortalMemory;
}

async function measureUse(servers: Servers, portal: Portal): Promise<Use> {
  const acts = portal.users.map(
    ({ client }, index) =>
      () =>
        firstPage(client, VIEWED[index]),
  );
  const one = await closedLoop(acts.slice(0, 1), LOAD);
  const ten = await closedLoop(acts, LOAD);
  const reactions = await timeReactions(servers.administrator, portal, {
    component: VIEWED[0],
    changes: 50,
  });
  return { one, ten, reactions, after: await portal.memory() };
}

function table(starts: Figures[], use: Use): Table {
  const rows = starts.flatMap(startRows);
  const p95 = percentile(use.reactions, 0.95);
  const residents = { text: 'under 600 MB', isMet: use.after.resident < 600 };
  return {
    title: `${VOLUMES.toLocaleString('en-US')} volumes on one replica`,
    columns: ['volumes', 'what', 'figure', 'goal'],
    rows: [
      ...rows,
      [VOLUMES, 'view of one user, p95 ms', percentile(use.one, 0.95), ''],
      [VOLUMES, 'views of ten users, p50 ms', percentile(use.ten, 0.5), ''],
      [VOLUMES, 'views of ten users, p95 ms', percentile(use.ten, 0.95), ''],
      [
        VOLUMES,
        'change to signal, p95 ms',
        p95,
        goalText({ text: 'under 1 s', isMet: p95 < 1000 }),
      ],
      [
        VOLUMES,
        'resident after all that, MB',
        use.after.resident,
        goalText(residents),
      ],
    ],
    notes: [
      `${TENANTS} tenants, each with a namespace and as many volumes; ten components are read. Put into etcd behind the API server, the controllers stopped.`,
      'Synced: from the spawn of the process, Backstage and its catalog included, until every kind is synced and a component has all its volumes.',
      'The memory of the process with Backstage in it, read 5 s after that; compare the row without volumes. Node sets its limits by a machine of this size, so that garbage stays long; in use are the JavaScript objects without garbage.',
    ],
  };
}

function startRows({ volumes, syncedMs, memory }: Figures): Cell[][] {
  const seconds = syncedMs / 1000;
  const isFull = volumes === VOLUMES;
  const goal = (text: string, isMet: boolean) =>
    isFull ? goalText({ text, isMet }) : '';
  return [
    [volumes, 'synced after s', seconds, goal('under 60 s', seconds < 60)],
    [
      volumes,
      'resident, MB',
      memory.resident,
      goal('under 600 MB', memory.resident < 600),
    ],
    [volumes, 'resident at most, MB', memory.residentPeak, ''],
    [volumes, 'in use, MB', memory.heap, ''],
  ];
}
