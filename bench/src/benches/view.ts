import { fillComponent } from '../cluster/fillComponent';
import { prepareServers, type Servers } from '../cluster/prepareServers';
import { apiCallsDuring } from '../count/apiCalls';
import { closedLoop } from '../load/closedLoop';
import { contentOf } from '../load/content';
import { percentile } from '../load/distribution';
import { eventually } from '../load/eventually';
import type { Answer, HttpClient } from '../load/HttpClient';
import { allPages, firstPage, totalIn } from '../portal/entityVolumes';
import { componentIn } from '../portal/componentIn';
import { kubernetesObjects } from '../portal/kubernetesObjects';
import { startPortal, type Portal } from '../portal/startPortal';
import type { Bench } from '../report/Bench';
import { say } from '../report/say';
import { goalText, type Cell, type Table } from '../report/table';

const SIZES = [100, 1000, 10_000];
const REQUESTS = 200;

/** A way to read a component's volumes. */
interface Way {
  read(client: HttpClient, component: string): Promise<Answer[]>;
  warmUp: number;
  atMostMs: number;
}
const OURS = 'ours, first page';
const PEER = 'Kubernetes plugin';
const WAYS: Record<string, Way> = {
  [OURS]: {
    read: async (client, name) => [await firstPage(client, name)],
    warmUp: 5,
    atMostMs: 60_000,
  },
  'ours, all pages': { read: allPages, warmUp: 1, atMostMs: 15_000 },
  [PEER]: {
    read: async (client, name) => [await kubernetesObjects(client, name)],
    warmUp: 2,
    atMostMs: 25_000,
  },
};

/** The entity's view, ours and the Kubernetes plugin's, in the same portal. */
export const view: Bench = {
  name: 'view',
  async run() {
    const servers = await prepareServers({ provisioner: false });
    const names = SIZES.map(size => `view-${size}`);
    await servers.stopControllers();
    for (const [index, name] of names.entries()) {
      say(`view: ${SIZES[index]} volumes, keys and ConfigMaps`);
      await fillComponent(servers, { name, volumes: SIZES[index] });
    }
    const portal = await startPortal({
      clusters: [servers.cluster],
      kms: [servers.kms],
      components: names.map(name => componentIn(name)),
      withKubernetes: true,
    });
    const tables = await measure(servers, portal);
    await portal.stop();
    await servers.stop();
    return tables;
  },
};

async function measure(servers: Servers, portal: Portal): Promise<Table[]> {
  const rows: Figures[] = [];
  for (const size of SIZES) {
    await isComplete(portal, size);
    for (const users of [1, 10]) {
      for (const way of Object.keys(WAYS)) {
        say(`view: ${size} volumes, ${users} users, ${way}`);
        rows.push(await measureWay({ servers, portal }, { size, users, way }));
      }
    }
  }
  return [table(rows)];
}

function isComplete({ users: [{ client }] }: Portal, size: number) {
  return eventually(`${size} volumes are known`, async () => {
    const page = await firstPage(client, `view-${size}`);
    return totalIn(page) === size || undefined;
  });
}

interface Figures {
  size: number;
  users: number;
  way: string;
  times: number[];
  /** Lists and other calls to the API server for one view. */
  lists: number;
  others: number;
  sentKb: number;
  contentKb: number;
}

async function measureWay(
  { servers, portal }: { servers: Servers; portal: Portal },
  asked: { size: number; users: number; way: string },
): Promise<Figures> {
  const { read, ...way } = WAYS[asked.way];
  const component = `view-${asked.size}`;
  const users = portal.users.slice(0, asked.users);
  const answers = await read(users[0].client, component);
  let views = 0;
  const acts = users.map(({ client }) => () => {
    views++;
    return read(client, component);
  });
  const { result: times, calls } = await apiCallsDuring(
    servers.administrator,
    () => closedLoop(acts, { ...way, requests: REQUESTS }),
  );
  return {
    ...asked,
    times,
    lists: calls.list / views,
    others: (calls.get + calls.change) / views,
    sentKb: kilobytes(answers.map(({ bytes }) => bytes)),
    contentKb: kilobytes(answers.map(contentOf)),
  };
}

function kilobytes(parts: Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0) / 1000;
}

function table(all: Figures[]): Table {
  const peer = ({ size, users }: Figures) =>
    all.find(it => it.size === size && it.users === users && it.way === PEER);
  const row = (it: Figures): Cell[] => {
    const times = ratio(peer(it), it);
    return [
      it.size,
      it.users,
      it.way,
      it.times.length,
      percentile(it.times, 0.5),
      percentile(it.times, 0.95),
      it.lists,
      it.others,
      it.sentKb,
      it.contentKb,
      it.way === PEER ? '' : `${times.toFixed(1)} times`,
      goalOf(it, times),
    ];
  };
  return {
    title: "An entity's view",
    columns: [
      'volumes',
      'users',
      'what',
      'requests',
      'p50 ms',
      'p95 ms',
      'list calls per view',
      'other calls per view',
      'kB sent',
      'kB content',
      "p95 below the plugin's",
      'goal',
    ],
    rows: all.map(row),
    notes: [
      'The Kubernetes plugin has as many ConfigMaps to list as we have volumes, lists nothing else and looks up no metrics; by default it lists 13 kinds for each view.',
      'The ten users look at the same component, in both: of a page that several ask for within a second ours makes one.',
      'All pages: 500 volumes each, one after the other, decompressed and parsed by the client.',
      'A row ends after 60 s (first page), 15 s (all pages) or 25 s (Kubernetes plugin) even where it has not got 200 requests of each user.',
    ],
  };
}

function ratio(peer: Figures | undefined, ours: Figures): number {
  return peer
    ? percentile(peer.times, 0.95) / percentile(ours.times, 0.95)
    : NaN;
}

function goalOf({ size, users, way, lists }: Figures, times: number): string {
  if (way !== OURS) return '';
  const goals = [{ text: '0 lists', isMet: lists === 0 }];
  if (users === 10 && size === 10_000) {
    goals.push({ text: '20 times', isMet: times >= 20 });
    goals.push({ text: '50 times (aim)', isMet: times >= 50 });
  }
  return goals.map(goalText).join('; ');
}
