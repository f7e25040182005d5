import { describeDefaultClass } from './__testUtils__/describeDefaultClass';
import {
  describeInSandbox,
  describeOnOurServers,
} from './__testUtils__/describeOnServers';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('the default class', describeDefaultClass);
describeOnOurServers(
  'the default class, on real servers',
  describeDefaultClass,
);
