import { startSandbox, type Sandbox } from 'sandbox';
import { createCustodianToken, describeOnOwnTestbed } from 'testbed';
import { describeBriefTokens } from './__testUtils__/describeBriefTokens';
import { describeRenewals } from './__testUtils__/describeRenewals';
import { describeRotation } from './__testUtils__/describeRotation';
import { describeShredding } from './__testUtils__/describeShredding';
import type { OperationsUnderTest } from './__testUtils__/OperationsUnderTest';
import { onSandbox, onTestbed } from './__testUtils__/serversUnderTest';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describe('custody, in the sandbox', () => {
  let sandbox: Sandbox;
  let under: OperationsUnderTest;
  beforeAll(async () => {
    sandbox = await startSandbox();
    under = await onSandbox(sandbox);
  });
  afterAll(() => sandbox.stop());

  describeRenewals(() => under);
  describeShredding(() => under);
});

/** On our own servers only: what is set up for all tenants is broken here. */
describeOnOwnTestbed('custody, on real servers', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    const custodianToken = await createCustodianToken(testbed());
    const { vault, ...rest } = await onTestbed(testbed());
    under = { ...rest, vault: { ...vault, custodianToken } };
  });

  describeRenewals(() => under);
  describeRotation(() => under);
  describeBriefTokens(() => under);
  describeShredding(() => under);
});
