import { setTimeout as sleep } from 'node:timers/promises';
import {
  startFaultProxy,
  textAt,
  valueAt,
  type Fault,
  type FaultProxy,
} from 'testbed';
import { fillComponent } from '../cluster/fillComponent';
import { prepareServers, type Servers } from '../cluster/prepareServers';
import { jsonOf } from '../load/content';
import { median } from '../load/distribution';
import { eventually } from '../load/eventually';
import type { Answer, HttpClient } from '../load/HttpClient';
import { componentIn } from '../portal/componentIn';
import { firstPage, volumesIn } from '../portal/entityVolumes';
import { kubernetesObjects } from '../portal/kubernetesObjects';
import { startPortal, type Portal } from '../portal/startPortal';
import type { Bench } from '../report/Bench';
import { say } from '../report/say';
import { goalText, type Table } from '../report/table';

const COMPONENT = 'shop';
const VOLUMES = 10;
const HEALTHY = ['north', 'south'];
const VIEWS = 20;
const GIVE_UP_MS = 30_000;
const GOAL_MS = 300;

/** Until the rows of two clusters are there when the third is dead. */
export const deadCluster: Bench = {
  name: 'dead-cluster',
  async run() {
    const servers = await prepareServers({ provisioner: false });
    await servers.stopControllers();
    await fillComponent(servers, { name: COMPONENT, volumes: VOLUMES });
    const dead = await startFaultProxy(servers.cluster.url);
    const rows: Table['rows'] = [];
    for (const kind of ['refuse', 'hang'] as const) {
      rows.push(...(await measureFault(servers, { dead, fault: { kind } })));
    }
    await dead.stop();
    await servers.stop();
    return [table(rows)];
  },
};

/** One view: whether the rows of the healthy clusters are in the answer. */
type View = (client: HttpClient) => Promise<boolean>;

const views: Record<string, View> = {
  ours: async client =>
    hasRowsOf(volumesIn(await firstPage(client, COMPONENT)), HEALTHY),
  'Kubernetes plugin': async client =>
    hasObjects(await kubernetesObjects(client, COMPONENT, GIVE_UP_MS)),
};

function hasObjects(answer: Answer): boolean {
  const items = valueAt(jsonOf(answer), ['items']);
  const found = Array.isArray(items) ? items : [];
  return HEALTHY.every(name =>
    found.some(
      item =>
        textAt(item, 'cluster', 'name') === name &&
        JSON.stringify(item).includes('"data-0"'),
    ),
  );
}

/** One view after the other; gives up after one that never comes. */
async function timeViews(client: HttpClient, view: View) {
  const times: number[] = [];
  for (let i = 0; i < VIEWS; i++) {
    const begun = performance.now();
    const isThere = await view(client).catch(() => false);
    if (!isThere) return ['nothing', `nothing in ${GIVE_UP_MS / 1000} s`, ''];
    times.push(performance.now() - begun);
  }
  const most = Math.max(...times);
  const text = `under ${GOAL_MS} ms`;
  return [median(times), most, goalText({ text, isMet: most < GOAL_MS })];
}

async function measureFault(
  servers: Servers,
  { dead, fault }: { dead: FaultProxy; fault: Fault },
): Promise<Table['rows']> {
  const rows: Table['rows'] = [];
  const how = fault.kind === 'hang' ? 'takes and never answers' : 'refuses';
  const measure = async (since: string, portal: Portal) => {
    const [{ client }] = portal.users;
    for (const [what, view] of Object.entries(views)) {
      say(`dead-cluster: it ${how}, ${since}, ${what}`);
      rows.push([`${how}, ${since}`, what, ...(await timeViews(client, view))]);
    }
  };
  await dead.set();
  const portal = await portalWith(servers, dead);
  await allThere(portal.users[0].client, [...HEALTHY, 'east']);
  await kubernetesObjects(portal.users[0].client, COMPONENT);
  await dead.set(fault);
  await measure('dead from now on', portal);
  // Long enough for the watches to be given up.
  await sleep(20_000);
  await measure('dead for 20 s', portal);
  await portal.stop();
  const late = await portalWith(servers, dead);
  await allThere(late.users[0].client, HEALTHY);
  await measure('dead before the portal started', late);
  await late.stop();
  return rows;
}

function portalWith({ cluster, kms }: Servers, dead: FaultProxy) {
  const healthy = HEALTHY.map(name => ({ ...cluster, name }));
  return startPortal({
    clusters: [...healthy, { ...cluster, name: 'east', url: dead.url }],
    kms: [kms],
    components: [componentIn(COMPONENT)],
    withKubernetes: true,
  });
}

function allThere(client: HttpClient, clusters: string[]) {
  return eventually('the clusters are known', async () => {
    const answer = await firstPage(client, COMPONENT);
    return hasRowsOf(volumesIn(answer), clusters) || undefined;
  });
}

function hasRowsOf(volumes: unknown[], clusters: string[]): boolean {
  return clusters.every(
    name =>
      volumes.filter(it => textAt(it, 'cluster') === name).length === VOLUMES,
  );
}

function table(rows: Table['rows']): Table {
  return {
    title: 'One dead cluster among three',
    columns: [
      'the third cluster',
      'what',
      'rows of the others, median ms',
      'at most ms',
      'goal',
    ],
    rows: rows.map(row => (row[1] === 'ours' ? row : [...row.slice(0, 4), ''])),
    notes: [
      `${VIEWS} views one after the other, ${VOLUMES} volumes on each cluster. The three are one API server by three names, the third behind a proxy that breaks its connections.`,
      'The plugin gives nothing before it gives everything.',
    ],
  };
}
