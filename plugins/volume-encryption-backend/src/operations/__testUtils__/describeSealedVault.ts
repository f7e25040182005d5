// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import {
  deliveredToken,
  finishedTenant,
  keepKey,
  tenantEnd,
} from './tenantEnd';
import { workbench } from './Workbench';

/** Seals and unseals the Vault under test. */
export interface SealControl {
  seal(): Promise<void>;
  unseal(): Promise<void>;
}

const context = { requestedBy: 'user:default/ada' };

/** What operations must do when Vault is sealed, also in their midst. */
export function describeSealedVault(
  under: () => OperationsUnderTest,
  control: () => SealControl,
): void {
  describe('with a sealed Vault', () => {
    afterEach(() => jest.restoreAllMocks());

    it.each(['before the run', 'after the mount'] as const)(
      'fails %s, says so, and ends well when it is run again',
      async when => {
        const bench = await workbench(under());
        const { namespace, kms } = bench;
        const request = {
          operation: 'tenant-secret' as const,
          cluster: clusterName,
          namespace,
          kmsId: 'vault-tokens',
        };
        if (when === 'before the run') await control().seal();
        const { ensureMount } = kms;
        jest
          .spyOn(kms, 'ensureMount')
          .mockImplementation((...given) =>
            ensureMount(...given).finally(() => control().seal()),
          );
        await expect(
          bench.service().run(request, context),
        ).rejects.toMatchObject({ code: 'kms-sealed' });
        await expect(deliveredToken(bench)).rejects.toThrow(/^404/);
        await control().unseal();
        jest.restoreAllMocks();
        await bench.service().run(request, context);
        expect(await tenantEnd(bench)).toEqual(finishedTenant);
        await keepKey(under(), await deliveredToken(bench), namespace);
        await bench.close();
      },
    );
  });
}
