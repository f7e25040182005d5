import { startSandbox, type Sandbox } from 'sandbox';
import { startFaultProxy, type Fault, type FaultProxy } from 'testbed';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(120_000);

const VOLUMES = '/entities/component/default/ledger/volumes';

const faults: Fault[] = [
  { kind: 'delay', milliseconds: 3000 },
  { kind: 'hang' },
  { kind: 'refuse' },
  { kind: 'slow', bytesPerSecond: 40 },
  { kind: 'cut', afterBytes: 20 },
];

interface Volume {
  cluster: string;
  observedAt: string;
  protection: { verdict: string };
  remount: { verdict: string };
}

/** A row as old as its cluster was lost; no next mount promised without a KMS. */
const isHonest = {
  cluster: (row: Volume, { since }: { since: string }) =>
    row.observedAt <= since,
  kms: (row: Volume) => row.remount.verdict !== 'ready',
};

describe('a portal whose connections break', () => {
  let sandbox: Sandbox;
  let far: Sandbox;
  let portal: Portal;
  let proxies: Record<'cluster' | 'kms', FaultProxy>;

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
    far = await startSandbox({ seed: true });
    const near = sandboxConfig(sandbox);
    const [cluster] = sandboxConfig(far).clusters;
    const [kms] = sandboxConfig(far).kms;
    proxies = {
      cluster: await startFaultProxy(cluster.url),
      kms: await startFaultProxy(kms.address),
    };
    const timeout = { seconds: 1 };
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      entities: [componentOf('ledger', 'payments')],
      config: {
        clusters: [
          ...near.clusters,
          { ...cluster, name: 'far', url: proxies.cluster.url, timeout },
        ],
        kms: [
          ...near.kms,
          {
            ...kms,
            name: 'far-vault',
            address: proxies.kms.url,
            otherAddresses: [kms.address],
            timeout,
          },
        ],
      },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await Promise.all(Object.values(proxies).map(it => it.stop()));
    await Promise.all([sandbox.stop(), far.stop()]);
  });

  const volumesWhen = (
    isWanted: (body: { problems: unknown[]; volumes: Volume[] }) => boolean,
  ) =>
    eventually(
      () => portal.get(VOLUMES),
      ({ body }) => isWanted(body),
    ).then(({ body }) => body);
  const well = () =>
    volumesWhen(
      ({ problems, volumes }) => problems.length === 0 && volumes.length === 4,
    );
  const of = (cluster: string, volumes: Volume[]) =>
    volumes.filter(it => it.cluster === cluster);
  const verdicts = (volumes: Volume[]) =>
    volumes.map(({ protection }) => protection.verdict);

  describe.each([
    ['cluster', 'far', 'cluster-unreachable'],
    ['kms', 'far-vault', 'kms-unreachable'],
  ] as const)('to a %s', (source, name, code) => {
    it.each(faults)('names it and heals by itself: $kind', async fault => {
      const before = await well();
      expect(before.problems).toEqual([]);
      const proxy = proxies[source];
      await proxy.set(fault);
      proxy.cut();
      const { problems, volumes } = await volumesWhen(
        body => body.problems.length > 0,
      );
      expect(problems).toMatchObject([
        { source, name, code, message: expect.stringContaining(`"${name}"`) },
      ]);
      // The others' rows are as they were, and its own show their age.
      const near = of('sandbox', volumes);
      expect(near).toHaveLength(2);
      expect(near[0].remount).toEqual(of('sandbox', before.volumes)[0].remount);
      expect(verdicts(of('far', volumes))).toEqual(
        verdicts(of('far', before.volumes)),
      );
      const [row] = of('far', volumes);
      expect(isHonest[source](row, problems[0])).toBe(true);
      proxy.cut();
      await proxy.set();
      const after = await well();
      expect(after.problems).toEqual([]);
      expect(of('far', after.volumes)).toHaveLength(2);
    });
  });
});
