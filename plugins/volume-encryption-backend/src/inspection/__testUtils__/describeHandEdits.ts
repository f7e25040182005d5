// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { MANAGER } from 'backstage-plugin-volume-encryption-common';
import type { OperationsUnderTest } from '../../operations/__testUtils__/OperationsUnderTest';
import { inspectionBench, type InspectionBench } from './InspectionBench';

const OWNER = 'volume-encryption.backstage.io/owner';

interface Edited {
  metadata: {
    annotations: Record<string, string>;
    labels: Record<string, string>;
  };
  data: Record<string, string>;
}

/** What is seen of what people change past the portal, on real servers. */
export function describeHandEdits(under: () => OperationsUnderTest): void {
  describe('a tenant that is edited by hand', () => {
    let bench: InspectionBench;
    beforeEach(async () => {
      bench = await inspectionBench(under());
    });
    afterEach(() => bench.close());

    const namespacePath = () => `/api/v1/namespaces/${bench.namespace}`;

    /** Reads, changes and writes as `kubectl edit` does, under any name. */
    const edit = async (
      path: string,
      change: (object: Edited) => void,
      manager = 'kubectl-edit',
    ) => {
      const found = await bench.kubernetes('GET', path);
      const object: Edited = JSON.parse(JSON.stringify(found));
      change(object);
      const changed = JSON.parse(JSON.stringify(object));
      await bench.kubernetes('PUT', `${path}?fieldManager=${manager}`, changed);
    };

    it('names each edit of its ConfigMap', async () => {
      await bench.onboard('vaulttenantsa');
      const path = bench.inNamespace('configmaps/ceph-csi-kms-config');
      await edit(path, ({ data }) => {
        data.vaultBackendPath = 'csi/mine';
        data.vaultRole = 'another';
      });
      const { drift } = await bench.inspect();
      expect(drift).toEqual([
        expect.objectContaining({
          code: 'config-map-edited',
          actual: 'vaultBackendPath: csi/mine',
        }),
        expect.objectContaining({
          code: 'tenant-override',
          actual: 'vaultRole: another',
        }),
      ]);
    });

    it('names who changed its consent', async () => {
      await bench.onboard('vaulttenantsa');
      await edit(namespacePath(), ({ metadata }) => {
        metadata.annotations[OWNER] = 'group:default/shop';
      });
      const { drift } = await bench.inspect();
      expect(drift).toEqual([
        expect.objectContaining({
          code: 'consent-set-elsewhere',
          actual: 'group:default/shop, set by kubectl-edit',
        }),
      ]);
    });

    it('names a consent and a label that are gone', async () => {
      await bench.onboard('vaulttenantsa');
      await edit(namespacePath(), ({ metadata }) => {
        delete metadata.annotations[OWNER];
        delete metadata.labels['csi-kms'];
      });
      expect(await bench.driftCodes()).toEqual([
        'consent-missing',
        'namespace-not-selected',
      ]);
    });

    it('names a token that was put into its Secret', async () => {
      await bench.onboard('vaulttokens');
      const token = Buffer.from('s.of-somebody').toString('base64');
      const path = bench.inNamespace('secrets/ceph-csi-kms-token');
      await edit(path, ({ data }) => {
        data.token = token;
      });
      const inspection = await bench.inspect();
      expect(inspection.drift).toEqual([
        expect.objectContaining({
          code: 'secret-edited',
          actual: expect.stringContaining('kubectl-edit'),
        }),
      ]);
      expect(inspection.tenant.credential.state).toBe('foreign');
      expect(JSON.stringify(inspection)).not.toContain(token);
    });

    it('tells of a token that was put there under the name of the portal', async () => {
      await bench.onboard('vaulttokens');
      expect(await bench.driftCodes()).toEqual([]);
      const path = bench.inNamespace('secrets/ceph-csi-kms-token');
      await edit(
        path,
        ({ data }) => {
          data.token = Buffer.from('s.of-somebody').toString('base64');
        },
        MANAGER,
      );
      expect(await bench.driftCodes()).toEqual(['secret-rewritten']);
    });
  });
}
