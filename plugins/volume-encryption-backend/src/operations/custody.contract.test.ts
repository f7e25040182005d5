import { describeBriefTokens } from './__testUtils__/describeBriefTokens';
import { describeHandOver } from './__testUtils__/describeHandOver';
import {
  describeInSandbox,
  describeOnOurServers,
} from './__testUtils__/describeOnServers';
import { describeRenewals } from './__testUtils__/describeRenewals';
import { describeRotation } from './__testUtils__/describeRotation';
import { describeShredding } from './__testUtils__/describeShredding';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('custody', under => {
  describeRenewals(under);
  describeShredding(under);
});

/** On our own servers only: what is set up for all tenants is broken here. */
describeOnOurServers('custody, on real servers', (under, testbed) => {
  describeRenewals(under);
  describeRotation(under);
  describeBriefTokens(under);
  describeHandOver(under, testbed);
  describeShredding(under);
});
