import {
  describeInSandbox,
  describeOnOurServers,
  describeOnRealServers,
} from '../operations/__testUtils__/describeOnServers';
import { sealOf } from '../operations/__testUtils__/sealOf';
import {
  describePartialRights,
  describeRefusedPortal,
} from './__testUtils__/describeDeniedPreflight';
import { describePreflight } from './__testUtils__/describePreflight';
import { describeQuotas } from './__testUtils__/describeQuotas';
import { describeSealed } from './__testUtils__/describeSealed';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

describeInSandbox('the look ahead of a claim', (under, sandbox) => {
  describePreflight(under);
  describeRefusedPortal(under);
  describeSealed(under, () => sealOf(sandbox()));
});

describeOnRealServers('the look ahead of a claim', under => {
  describePreflight(under);
  describeRefusedPortal(under);
  describePartialRights(under);
  describeQuotas(under);
});

describeOnOurServers(
  'the look ahead of a claim, on real servers that break',
  (under, testbed) => {
    describeSealed(under, () => testbed().controls.vault);
  },
);
