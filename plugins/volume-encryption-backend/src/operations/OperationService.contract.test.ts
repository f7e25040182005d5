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
import { sealOf } from './__testUtils__/sealOf';

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
