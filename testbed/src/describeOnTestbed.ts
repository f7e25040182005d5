import { describeOn } from './describeOn';
import { startOwnTestbed, startTestbed } from './startTestbed';
import type { OwnTestbed, Testbed } from './Testbed';
import {
  ownTestbedAvailability,
  testbedAvailability,
} from './testbedAvailability';

/**
 * Jest's `describe` for tests on real servers: they are started before its
 * first test and ended after its last. Where they cannot be had, says so in
 * one line and counts the tests as skipped.
 * @param tests - is given a function that returns the testbed, to be called
 * inside of hooks and tests
 */
export function describeOnTestbed(
  name: string,
  tests: (testbed: () => Testbed) => void,
): void {
  const reason = testbedAvailability();
  describeOn({ name, reason, start: startTestbed }, tests);
}

/**
 * Like `describeOnTestbed`, for tests that seal or stop servers by the
 * testbed's `controls`. Skipped where the environment names the servers.
 */
export function describeOnOwnTestbed(
  name: string,
  tests: (testbed: () => OwnTestbed) => void,
): void {
  const reason = ownTestbedAvailability();
  describeOn({ name, reason, start: startOwnTestbed }, tests);
}
