import {
  describeInSandbox,
  describeOnRealServers,
} from '../operations/__testUtils__/describeOnServers';
import { describeHandEdits } from './__testUtils__/describeHandEdits';
import { describeInspection } from './__testUtils__/describeInspection';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('inspection', describeInspection);

describeOnRealServers('inspection', under => {
  describeInspection(under);
  describeHandEdits(under);
});
