import { connect, startSandbox, type Sandbox } from 'sandbox';
import { describeOnOwnTestbed, describeOnTestbed } from 'testbed';
import { describeClassesAndClaims } from './__testUtils__/describeClassesAndClaims';
import { describeForeignMount } from './__testUtils__/describeForeignMount';
import { describeSealedVault } from './__testUtils__/describeSealedVault';
import { describeTenantSecret } from './__testUtils__/describeTenantSecret';
import { describeTenantServiceAccount } from './__testUtils__/describeTenantServiceAccount';
import type { OperationsUnderTest } from './__testUtils__/OperationsUnderTest';
import { onSandbox, onTestbed } from './__testUtils__/serversUnderTest';

function describeOperations(under: () => OperationsUnderTest): void {
  describeTenantServiceAccount(under);
  describeTenantSecret(under);
  describeClassesAndClaims(under);
}

describe('operations, in the sandbox', () => {
  let sandbox: Sandbox;
  let under: OperationsUnderTest;
  beforeAll(async () => {
    sandbox = await startSandbox();
    under = await onSandbox(sandbox);
  });
  afterAll(() => sandbox.stop());

  describeOperations(() => under);
  describeSealedVault(
    () => under,
    () => sealOf(sandbox),
  );
});

describeOnTestbed('operations, on real servers', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    under = await onTestbed(testbed());
  });

  describeOperations(() => under);
  describeForeignMount(() => under);
});

describeOnOwnTestbed('operations, on real servers that break', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    under = await onTestbed(testbed());
  });

  describeSealedVault(
    () => under,
    () => testbed().controls.vault,
  );
});

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
