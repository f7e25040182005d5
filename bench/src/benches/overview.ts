import { fillTenants } from '../cluster/fillTenants';
import { prepareServers } from '../cluster/prepareServers';
import { closedLoop } from '../load/closedLoop';
import { contentOf } from '../load/content';
import { percentile } from '../load/distribution';
import { componentIn } from '../portal/componentIn';
import { firstPage } from '../portal/entityVolumes';
import {
  exportedVolumes,
  filteredQuestion,
  overviewQuestions,
} from '../portal/overview';
import { startPortal, type Portal } from '../portal/startPortal';
import { untilSynced } from '../portal/untilSynced';
import type { Bench } from '../report/Bench';
import { say } from '../report/say';
import type { Cell, Table } from '../report/table';

const TENANTS = 200;
const VOLUMES = 100_000;
const VIEWED = 'tenant-0';
const LOAD = { warmUp: 2, requests: 100, atMostMs: 20_000 };

/** The platform page over as many volumes as an organization may have. */
export const overview: Bench = {
  name: 'overview',
  async run() {
    const servers = await prepareServers({ provisioner: false });
    await servers.stopControllers();
    say(`overview: ${VOLUMES} volumes of ${TENANTS} tenants`);
    const shape = { tenants: TENANTS, withKeys: [VIEWED] };
    await fillTenants(servers, { ...shape, volumes: 0 });
    await fillTenants(servers, { ...shape, volumes: VOLUMES });
    const portal = await startPortal({
      clusters: [servers.cluster],
      kms: [servers.kms],
      components: [componentIn(VIEWED)],
    });
    const each = VOLUMES / TENANTS;
    await untilSynced(portal, { component: VIEWED, volumes: each });
    const rows = await measure(portal);
    await portal.stop();
    await servers.stop();
    return [table(rows)];
  },
};

async function measure(portal: Portal): Promise<Cell[][]> {
  const before = await portal.memory();
  const rows = [await firstSurvey(portal), ...(await answers(portal))];
  const [{ client }] = portal.users;
  const begun = performance.now();
  const file = await exportedVolumes(client);
  const megabytes = contentOf(file).length / 1e6;
  const fileMs = performance.now() - begun;
  const after = await portal.memory();
  return [
    ...rows,
    [`all volumes as CSV, ${megabytes.toFixed(0)} MB`, fileMs, '', ''],
    ['resident before, MB', before.resident, '', ''],
    ['resident after all that, MB', after.resident, '', ''],
    ['in use before, MB', before.heap, '', ''],
    ['in use after all that, MB', after.heap, '', ''],
  ];
}

/** Of the first who asks, and of another who looks at his component meanwhile. */
async function firstSurvey({ users }: Portal): Promise<Cell[]> {
  const [{ client }, other] = users;
  const [{ path }] = overviewQuestions;
  let isDone = false;
  const begun = performance.now();
  const answered = client.demand({ path }).then(() => {
    isDone = true;
    return performance.now() - begun;
  });
  const views: number[] = [];
  while (!isDone) {
    const viewBegun = performance.now();
    await firstPage(other.client, VIEWED);
    views.push(performance.now() - viewBegun);
  }
  return [
    'first answer, all volumes judged',
    await answered,
    '',
    `views meanwhile: p50 ${percentile(views, 0.5).toFixed(0)} ms, p95 ${percentile(views, 0.95).toFixed(0)} ms`,
  ];
}

async function answers({ users }: Portal): Promise<Cell[][]> {
  const clients = users.map(({ client }) => client);
  const rows: Cell[][] = [];
  for (const { what, path } of overviewQuestions) {
    const acts = clients.map(client => () => client.demand({ path }));
    const one = await closedLoop(acts.slice(0, 1), LOAD);
    const ten = await closedLoop(acts, LOAD);
    rows.push([
      what,
      percentile(one, 0.5),
      percentile(one, 0.95),
      tenText(ten),
    ]);
  }
  let number = 0;
  const ask = () => clients[0].demand({ path: filteredQuestion(number++) });
  const filtered = await closedLoop([ask], LOAD);
  rows.push([
    'volumes by a search not asked before',
    percentile(filtered, 0.5),
    percentile(filtered, 0.95),
    '',
  ]);
  return rows;
}

function tenText(times: number[]): string {
  return `ten users: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
}

function table(rows: Cell[][]): Table {
  return {
    title: `The platform page over ${VOLUMES.toLocaleString('en-US')} volumes`,
    columns: ['what', 'p50 or once', 'p95', 'besides'],
    rows,
    notes: [
      `${TENANTS} tenants on one cluster; milliseconds, where nothing else is said. Pages of 50.`,
      'The first answer waits until every volume is judged; from then on answers rest on that, with its age, while the next is made.',
    ],
  };
}
