import { describeDeaths } from './faults/__testUtils__/deaths/describeDeaths';
import { dyingOperations } from './faults/__testUtils__/deaths/dyingOperations';
import {
  describeInSandbox,
  describeOnRealServers,
} from './operations/__testUtils__/describeOnServers';

// Every death costs a start of the backend.
jest.setTimeout(180_000);

// One operation, to be fast: all of them die on real servers.
describeInSandbox('deaths', under =>
  describeDeaths(under, {
    operations: dyingOperations.filter(({ name }) => name === 'tenant-secret'),
    moments: ['before', 'after'],
  }),
);

// What is there just before a write is what was there just after the one before
// it.
describeOnRealServers('deaths', under =>
  describeDeaths(under, { operations: dyingOperations, moments: ['after'] }),
);
