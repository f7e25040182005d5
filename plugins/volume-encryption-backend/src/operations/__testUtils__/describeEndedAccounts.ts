// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { setTimeout as pause } from 'node:timers/promises';
import { at, textOf } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };

/** What becomes of the tokens of a ServiceAccount that is rotated away. */
export function describeEndedAccounts(under: () => OperationsUnderTest): void {
  it('a ServiceAccount takes its tokens with it, and the next logs in', async () => {
    const bench = await workbench(under());
    const { namespace, kubernetes, vault } = bench;
    const place = {
      cluster: clusterName,
      namespace,
      kmsId: 'vault-tenant-sa',
    };
    const tokenOf = async () => {
      const path = `/api/v1/namespaces/${namespace}/serviceaccounts/ceph-csi-vault-sa/token`;
      const request = await kubernetes('POST', path, {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      });
      return textOf(at(request, 'status', 'token'));
    };
    const login = (jwt: string) =>
      vault('POST', '/v1/auth/kubernetes/login', { role: 'csi-tenant', jwt });

    await bench.service().run(
      {
        operation: 'tenant-onboard',
        ...place,
        owner: 'payments',
        createNamespace: false,
      },
      context,
    );
    const [former, unused] = [await tokenOf(), await tokenOf()];
    expect(at(await login(former), 'auth', 'token_type')).toBe('batch');
    await bench
      .service()
      .run({ operation: 'tenant-rotate', ...place }, context);
    // The API server keeps what it said of a token for 10 seconds, and sees the
    // deletion itself a moment late.
    while (await login(unused).catch(isRefused)) await pause(50);
    await expect(login(unused)).rejects.toThrow(/^403/);
    expect(at(await login(await tokenOf()), 'auth', 'token_type')).toBe(
      'batch',
    );
    await bench.close();
  });
}

function isRefused(error: Error): undefined {
  if (!error.message.startsWith('403')) throw error;
  return undefined;
}
