import { buildServers, testbedAvailability } from 'testbed';

/**
 * Builds the real servers before the tests that use them, so that a first
 * build of minutes is seen as what it is and no test waits for it.
 */
export async function prepareServers(): Promise<void> {
  const reason = testbedAvailability();
  if (reason) {
    console.log(`Tests on real servers are skipped: ${reason}`);
    return;
  }
  if (!process.env.TESTBED_KUBECONFIG) await buildServers();
}
