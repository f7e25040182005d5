import { describeConnections } from './__testUtils__/describeConnections';
import {
  describeInSandbox,
  describeOnRealServers,
} from './__testUtils__/describeOnServers';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('KMS connections', describeConnections);
describeOnRealServers('KMS connections', describeConnections);
