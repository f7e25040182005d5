import { startSandbox, type Sandbox } from 'sandbox';
import { describeOnTestbed } from 'testbed';
import type { OperationsUnderTest } from '../operations/__testUtils__/OperationsUnderTest';
import {
  onSandbox,
  onTestbed,
} from '../operations/__testUtils__/serversUnderTest';
import { describeHandEdits } from './__testUtils__/describeHandEdits';
import { describeInspection } from './__testUtils__/describeInspection';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describe('inspection, in the sandbox', () => {
  let sandbox: Sandbox;
  let under: OperationsUnderTest;
  beforeAll(async () => {
    sandbox = await startSandbox();
    under = await onSandbox(sandbox);
  });
  afterAll(() => sandbox.stop());

  describeInspection(() => under);
});

describeOnTestbed('inspection, on real servers', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    under = await onTestbed(testbed());
  });

  describeInspection(() => under);
  describeHandEdits(() => under);
});
