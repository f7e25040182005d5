// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { clusterOf } from '../../operations/__testUtils__/Workbench';
import type { OperationsUnderTest } from '../../operations/__testUtils__/OperationsUnderTest';
import { LookBench } from './LookBench';

/** The cluster as whoever has this token sees it. */
function seenBy(portalToken: string, under: OperationsUnderTest) {
  return clusterOf({
    ...under,
    kubernetes: { ...under.kubernetes, portalToken },
  });
}

/** What is told where the portal's credential is not taken for one. */
export function describeRefusedPortal(under: () => OperationsUnderTest): void {
  it('knows nothing of a cluster that refuses the portal, and takes none of it for good', async () => {
    const bench = await LookBench.open(under());
    const { outcome, checks } = await bench.look(
      {},
      seenBy('of-nobody', under()),
    );
    await bench.bench.close();
    expect(outcome).toBe('unknown');
    expect(checks.map(it => `${it.about} ${it.outcome}`)).toEqual([
      ...['namespace unknown', 'consent unknown', 'claim unknown'],
      ...['size-limits unknown', 'quota unknown', 'storage-class unknown'],
    ]);
    for (const { message, nextStep } of checks) {
      expect(message).toContain('does not accept');
      expect(nextStep).toContain('the right to read it');
    }
  });
}

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const READS = [
  {
    apiGroups: ['', 'storage.k8s.io'],
    resources: [
      ...['namespaces', 'persistentvolumeclaims', 'storageclasses'],
      ...['configmaps', 'serviceaccounts'],
    ],
    verbs: ['get'],
  },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'daemonsets'],
    verbs: ['list'],
  },
];

/** What is told where the API server lets the portal read some of it only. */
export function describePartialRights(under: () => OperationsUnderTest): void {
  describe('with some of its rights', () => {
    let bench: LookBench;
    beforeEach(async () => {
      bench = await LookBench.open(under());
    });
    afterEach(() => bench.bench.close());

    /** An account of the namespace that may read by these rules. */
    async function reading(rules: typeof READS): Promise<string> {
      const { kubernetes, namespace } = bench.bench;
      const metadata = { name: namespace };
      const account = { kind: 'ServiceAccount', namespace, name: 'default' };
      const roleRef = {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: namespace,
      };
      await kubernetes('POST', `${RBAC}/clusterroles`, { metadata, rules });
      await kubernetes('POST', `${RBAC}/clusterrolebindings`, {
        metadata,
        roleRef,
        subjects: [account],
      });
      const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default/token`;
      const made = Object(await kubernetes('POST', path, { spec: {} }));
      return made.status.token;
    }

    it('knows the rest, and says of each which right it lacks', async () => {
      const cluster = seenBy(await reading(READS), under());
      const { checks } = await bench.look({}, cluster);
      const unread = checks.filter(it => it.outcome !== 'ok');
      expect(unread.map(it => `${it.about} ${it.outcome}`)).toEqual([
        ...['size-limits unknown', 'quota unknown', 'driver unknown'],
      ]);
      expect(unread.map(it => it.message)).toEqual(
        ['limitranges', 'resourcequotas', 'csinodes'].map(kind =>
          expect.stringContaining(`does not let the portal list ${kind}`),
        ),
      );
      const storageClass = `${bench.place.namespace}-tokens`;
      await bench.publish('vault-tokens', storageClass);
      expect(
        await bench.about('credential', { storageClass }, cluster),
      ).toMatchObject([{ outcome: 'unknown' }]);
    });

    it('does not guess which connections are read', async () => {
      const token = await reading(READS.slice(0, 1));
      const cluster = seenBy(token, under());
      expect(await bench.troubles({}, cluster)).toEqual(
        expect.arrayContaining(['kms-connection unknown']),
      );
    });
  });
}
