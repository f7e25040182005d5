import {
  describeInSandbox,
  describeOnOurServers,
} from './__testUtils__/describeOnServers';
import { describeJobOfPortal } from './__testUtils__/describeJobOfPortal';
import { describeKmsTest } from './__testUtils__/describeKmsTest';
import { describeSmokeTest } from './__testUtils__/describeSmokeTest';
import { describeTestsOnNodes } from './__testUtils__/describeTestsOnNodes';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('tests by a Job', under => {
  describeSmokeTest(under);
  describeKmsTest(under);
});
describeOnOurServers('tests by a Job, on real servers', under => {
  describeSmokeTest(under);
  describeKmsTest(under);
  describeTestsOnNodes(under);
  // Last, for it takes a right away.
  describeJobOfPortal(under);
});
