import { makeNamespace } from '../cluster/makeTenant';
import { prepareServers, type Servers } from '../cluster/prepareServers';
import { median } from '../load/distribution';
import { startPortal, type Portal } from '../portal/startPortal';
import { byProduct } from '../provisioning/byProduct';
import { byScript } from '../provisioning/byScript';
import {
  accessOf,
  component,
  countCalls,
  type Calls,
} from '../provisioning/countCalls';
import { kmsIds, type Custody, type Round } from '../provisioning/Round';
import type { Bench } from '../report/Bench';
import { say } from '../report/say';
import { goalText, type Table } from '../report/table';

const ROUNDS = 25;
const CUSTODIES: Custody[] = ['vaulttenantsa', 'vaulttokens'];

/** An encrypted volume by the product, and by a script of the same calls. */
export const provisioning: Bench = {
  name: 'provisioning',
  async run() {
    const servers = await prepareServers({ provisioner: true });
    const portal = await startPortal({
      clusters: [servers.cluster],
      kms: [servers.kms],
      components: [component],
    });
    const times = [];
    for (const custody of CUSTODIES) {
      say(`provisioning: ${custody}`);
      times.push(await timeRounds({ servers, portal }, custody));
    }
    await portal.stop();
    const rows = [];
    for (const [index, custody] of CUSTODIES.entries()) {
      say(`provisioning: calls of ${custody}`);
      rows.push(
        row(
          custody,
          times[index],
          await countCalls(servers, {
            product: await newRound(servers, custody, 'counted-product'),
            script: await newRound(servers, custody, 'counted-script'),
          }),
        ),
      );
    }
    await servers.stop();
    return [table(rows)];
  },
};

interface Times {
  product: number[];
  script: number[];
}

/** In turns, so that whatever else the machine does hits both. */
async function timeRounds(
  { servers, portal }: { servers: Servers; portal: Portal },
  custody: Custody,
): Promise<Times> {
  const access = accessOf(servers);
  const [{ client }] = portal.users;
  const times: Times = { product: [], script: [] };
  for (let i = 0; i <= ROUNDS; i++) {
    const product = await newRound(servers, custody, `product-${i}`);
    const script = await newRound(servers, custody, `script-${i}`);
    const one = await timed(() => byProduct(client, product));
    const other = await timed(() => byScript(access, script));
    // The first round opens the connections of both.
    if (i === 0) continue;
    times.product.push(one);
    times.script.push(other);
  }
  access.kubernetes.close();
  access.vault.close();
  return times;
}

async function newRound(
  { administrator }: Servers,
  custody: Custody,
  name: string,
): Promise<Round> {
  const unique = `${kmsIds[custody]}-${name}`;
  await makeNamespace(administrator, unique);
  return {
    custody,
    namespace: unique,
    storageClass: unique,
    claim: 'data',
  };
}

async function timed(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function row(
  custody: Custody,
  { product, script }: Times,
  calls: { product: Calls; script: Calls },
) {
  const ratio = median(product) / median(script);
  return [
    custody,
    median(product),
    median(script),
    ratio,
    counted(calls.product),
    counted(calls.script),
    goalText({ text: 'at most 1.3 times', isMet: ratio <= 1.3 }),
  ];
}

/** Looks whether the claim is bound are as many as the waiting takes. */
function counted({ kubernetes, vault }: Calls): string {
  return `${kubernetes.length} + ${vault.length}`;
}

function table(rows: Table['rows']): Table {
  return {
    title: 'Provisioning',
    columns: [
      'custody',
      'product ms',
      'script ms',
      'ratio',
      'calls of the product (cluster + Vault)',
      'calls of the script',
      'goal',
    ],
    rows,
    notes: [
      `Tenant, class, claim, bound, verified. Medians of ${ROUNDS} rounds, in turns; the sandbox's provisioner plays Ceph CSI in both.`,
      'The script makes the same calls back to back and checks nothing. To see whether the claim is bound it asks the cluster every 20 ms, where the product follows its watch: these are the calls that it makes more.',
    ],
  };
}
