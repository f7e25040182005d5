import {
  describeInSandbox,
  describeOnOurServers,
} from './__testUtils__/describeOnServers';
import { describeSmokeTest } from './__testUtils__/describeSmokeTest';
import { describeJobOfPortal } from './__testUtils__/describeJobOfPortal';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('smoke tests', describeSmokeTest);
describeOnOurServers('smoke tests, on real servers', under => {
  describeSmokeTest(under);
  describeJobOfPortal(under);
});
