import { installCrds } from 'testbed';
import { describeEndedAccounts } from './__testUtils__/describeEndedAccounts';
import { describeHeldAccounts } from './__testUtils__/describeHeldAccounts';
import { describeLeftovers } from './__testUtils__/describeLeftovers';
import {
  describeInSandbox,
  describeOnOurServers,
  describeOnRealServers,
} from './__testUtils__/describeOnServers';
import { describeTenantLife } from './__testUtils__/describeTenantLife';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('the life of tenants', under => {
  describeTenantLife(under);
  describeHeldAccounts(under);
});

describeOnRealServers('the life of tenants', under => {
  describeTenantLife(under);
  describeHeldAccounts(under);
  describeEndedAccounts(under);
});

/** On our own servers only: a real cluster's CRDs are not to be replaced. */
describeOnOurServers('the end of tenants, with snapshots', (under, testbed) => {
  beforeAll(() => installCrds(testbed(), 'snapshots.yaml'));
  describeLeftovers(under);
});
