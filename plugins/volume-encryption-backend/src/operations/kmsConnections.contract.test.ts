import { describeConnections } from './__testUtils__/describeConnections';
import {
  describeInSandbox,
  describeOnRealServers,
} from './__testUtils__/describeOnServers';

describeInSandbox('KMS connections', describeConnections);
describeOnRealServers('KMS connections', describeConnections);
