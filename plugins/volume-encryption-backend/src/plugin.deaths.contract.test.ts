import { startSandbox, type Sandbox } from 'sandbox';
import { createCustodianToken, describeOnTestbed } from 'testbed';
import { describeDeaths } from './faults/__testUtils__/deaths/describeDeaths';
import { dyingOperations } from './faults/__testUtils__/deaths/dyingOperations';
import type { OperationsUnderTest } from './operations/__testUtils__/OperationsUnderTest';
import {
  onSandbox,
  onTestbed,
} from './operations/__testUtils__/serversUnderTest';

// Every death costs a start of the backend.
jest.setTimeout(180_000);

describe('in the sandbox', () => {
  let sandbox: Sandbox;
  let under: OperationsUnderTest;
  beforeAll(async () => {
    sandbox = await startSandbox();
    under = await onSandbox(sandbox);
  });
  afterAll(() => sandbox.stop());

  // One operation, to be fast: all of them die on real servers.
  describeDeaths(() => under, {
    operations: dyingOperations.filter(({ name }) => name === 'tenant-secret'),
    moments: ['before', 'after'],
  });
});

describeOnTestbed('on real servers', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    const custodianToken = await createCustodianToken(testbed());
    const { vault, ...rest } = await onTestbed(testbed());
    under = { ...rest, vault: { ...vault, custodianToken } };
  });

  // What is there just before a write is what was there just after the one
  // before it.
  describeDeaths(() => under, {
    operations: dyingOperations,
    moments: ['after'],
  });
});
