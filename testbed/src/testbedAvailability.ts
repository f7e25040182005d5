import { whyNotBuildable } from './build/buildServers';
import { namesRunningServers } from './runningServers';

/** Why tests on real servers cannot run here, in one line; undefined when they can. */
export function testbedAvailability(): string | undefined {
  return namesRunningServers(process.env) ? undefined : whyNotBuildable();
}

/** Like `testbedAvailability`, for tests that break the servers. */
export function ownTestbedAvailability(): string | undefined {
  return namesRunningServers(process.env)
    ? 'the servers that the environment names are not broken by a test'
    : whyNotBuildable();
}
