import { connect, type Sandbox } from 'sandbox';
import { describeClassesAndClaims } from './__testUtils__/describeClassesAndClaims';
import { describeForeignMount } from './__testUtils__/describeForeignMount';
import {
  describeInSandbox,
  describeOnOurServers,
  describeOnRealServers,
} from './__testUtils__/describeOnServers';
import { describeSealedVault } from './__testUtils__/describeSealedVault';
import { describeTenantSecret } from './__testUtils__/describeTenantSecret';
import { describeTenantServiceAccount } from './__testUtils__/describeTenantServiceAccount';
import type { OperationsUnderTest } from './__testUtils__/OperationsUnderTest';

function describeOperations(under: () => OperationsUnderTest): void {
  describeTenantServiceAccount(under);
  describeTenantSecret(under);
  describeClassesAndClaims(under);
}

describeInSandbox('operations', (under, sandbox) => {
  describeOperations(under);
  describeSealedVault(under, () => sealOf(sandbox()));
});

describeOnRealServers('operations', under => {
  describeOperations(under);
  describeForeignMount(under);
});

describeOnOurServers(
  'operations, on real servers that break',
  (under, testbed) => {
    describeSealedVault(under, () => testbed().controls.vault);
  },
);

function sealOf({ vault }: Sandbox) {
  const headers = { 'x-vault-token': vault.rootToken };
  const send = connect({ url: vault.url, headers });
  return {
    seal: async () => {
      await send('PUT', '/v1/sys/seal');
    },
    unseal: async () => {
      for (const key of vault.unsealKeys) {
        await send('PUT', '/v1/sys/unseal', { key });
      }
    },
  };
}
