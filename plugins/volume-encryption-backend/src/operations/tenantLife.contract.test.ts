import { startSandbox, type Sandbox } from 'sandbox';
import {
  createCustodianToken,
  describeOnOwnTestbed,
  describeOnTestbed,
  installCrds,
} from 'testbed';
import { describeEndedAccounts } from './__testUtils__/describeEndedAccounts';
import { describeHeldAccounts } from './__testUtils__/describeHeldAccounts';
import { describeLeftovers } from './__testUtils__/describeLeftovers';
import { describeTenantLife } from './__testUtils__/describeTenantLife';
import type { OperationsUnderTest } from './__testUtils__/OperationsUnderTest';
import { onSandbox, onTestbed } from './__testUtils__/serversUnderTest';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describe('the life of tenants, in the sandbox', () => {
  let sandbox: Sandbox;
  let under: OperationsUnderTest;
  beforeAll(async () => {
    sandbox = await startSandbox();
    under = await onSandbox(sandbox);
  });
  afterAll(() => sandbox.stop());

  describeTenantLife(() => under);
  describeHeldAccounts(() => under);
});

describeOnTestbed('the life of tenants, on real servers', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    under = await onTestbed(testbed());
  });

  describeTenantLife(() => under);
  describeHeldAccounts(() => under);
  describeEndedAccounts(() => under);
});

/** On our own servers only: a real cluster's CRDs are not to be replaced. */
describeOnOwnTestbed('the end of tenants, with snapshots', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    await installCrds(testbed(), 'snapshots.yaml');
    const custodianToken = await createCustodianToken(testbed());
    const { vault, ...rest } = await onTestbed(testbed());
    under = { ...rest, vault: { ...vault, custodianToken } };
  });

  describeLeftovers(() => under);
});
