import { setTimeout as sleep } from 'node:timers/promises';
import { setUpShares, type Share } from '../vaultCalls/setUpShares';
import { prepareServers } from '../cluster/prepareServers';
import { firstPage } from '../portal/entityVolumes';
import { startPortal, type Portal } from '../portal/startPortal';
import { untilSynced } from '../portal/untilSynced';
import type { Bench } from '../report/Bench';
import { say } from '../report/say';
import { goalText, type Table } from '../report/table';

/** Twice as long as what is known of a key counts as known. */
const MINUTES = 8;
const SHAPES = [1, 10].flatMap(tenants =>
  [10, 100, 1000].map(volumes => ({ tenants, volumes })),
);

/** How many calls volumes and tenants cost the Vault. */
export const vaultCalls: Bench = {
  name: 'vault-calls',
  async run() {
    const servers = await prepareServers({ provisioner: false });
    await servers.stopControllers();
    say('vault-calls: volumes and keys');
    const shares = await setUpShares(servers, SHAPES);
    const portal = await startPortal({
      clusters: [servers.cluster],
      kms: shares.map(({ kms }) => kms),
      components: shares.map(({ component }) => component),
    });
    for (const { component, volumes } of shares) {
      await untilSynced(portal, { component: component.name, volumes });
    }
    say('vault-calls: the first reading');
    for (const { component } of shares) {
      await firstPage(portal.users[0].client, component.name);
    }
    const first = shares.map(({ proxy }) => proxy.requests.length);
    // What it told is no longer fresh when the minutes begin.
    await sleep(20_000);
    const before = shares.map(({ proxy }) => proxy.requests.length);
    say(`vault-calls: ${MINUTES} minutes of views, once a minute`);
    await viewOnceAMinute(portal, shares);
    const later = shares.map(({ proxy }, index) =>
      proxy.requests.slice(before[index]),
    );
    await portal.stop();
    for (const { proxy } of shares) await proxy.stop();
    await servers.stop();
    return [table(first, later)];
  },
};

async function viewOnceAMinute(portal: Portal, shares: Share[]) {
  const [{ client }] = portal.users;
  for (let minute = 0; minute < MINUTES; minute++) {
    const next = sleep(60_000);
    for (const { component } of shares) await firstPage(client, component.name);
    await next;
  }
}

/** What the calls were about, by the part of the path that says so. */
function byKind(requests: string[]): string {
  const counts = new Map<string, number>();
  for (const request of requests) {
    const kind = kindOf(request);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
}

function kindOf(request: string): string {
  if (request.includes('/sys/')) {
    return /sys\/([\w-]+)/.exec(request)?.[1] ?? request;
  }
  if (/\/metadata\/?(\?list=true)?$/.test(request)) return 'list of keys';
  return request.includes('/metadata/') ? 'key' : 'other';
}

function table(first: number[], later: string[][]): Table {
  const hourly = later.map(({ length }) => (length * 60) / MINUTES);
  const rows = SHAPES.map(({ tenants, volumes }, index) => {
    const fewest = SHAPES.findIndex(it => it.tenants === tenants);
    const isFlat = hourly[index] <= hourly[fewest] * 1.1;
    return [
      tenants,
      volumes,
      first[index],
      hourly[index],
      byKind(later[index]),
      index === fewest
        ? ''
        : goalText({ text: 'as with 10 volumes', isMet: isFlat }),
    ];
  });
  return {
    title: 'Vault calls',
    columns: [
      'tenants',
      'volumes',
      'calls of the first view',
      'calls in an hour from then on',
      `of what, in ${MINUTES} minutes`,
      'goal',
    ],
    rows,
    notes: [
      `A component's first page, 50 volumes, is read once a minute, as by an open tab. Measured for ${MINUTES} minutes and multiplied; all rows at the same time, each with a Vault of its own as far as the portal knows.`,
      'A list for each tenant tells that keys seen before are there still. Each key on the page is looked at again every four minutes, because no list shows a key that was deleted softly: so calls grow with the volumes up to a page of them, and not beyond.',
    ],
  };
}
