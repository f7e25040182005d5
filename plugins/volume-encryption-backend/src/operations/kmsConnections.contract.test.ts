import { startSandbox, type Sandbox } from 'sandbox';
import { describeOnTestbed } from 'testbed';
import { describeConnections } from './__testUtils__/describeConnections';
import type { OperationsUnderTest } from './__testUtils__/OperationsUnderTest';
import { onSandbox, onTestbed } from './__testUtils__/serversUnderTest';

describe('KMS connections, in the sandbox', () => {
  let sandbox: Sandbox;
  let under: OperationsUnderTest;
  beforeAll(async () => {
    sandbox = await startSandbox();
    under = await onSandbox(sandbox);
  });
  afterAll(() => sandbox.stop());

  describeConnections(() => under);
});

describeOnTestbed('KMS connections, on real servers', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    under = await onTestbed(testbed());
  });

  describeConnections(() => under);
});
