// Titles and tests are the caller's.
/* eslint-disable jest/no-disabled-tests, jest/valid-title */

import { startOwnTestbed, startTestbed } from './startTestbed';
import type { OwnTestbed, Testbed } from './Testbed';
import {
  ownTestbedAvailability,
  testbedAvailability,
} from './testbedAvailability';

/** A first build takes a quarter of an hour; later starts take seconds. */
const START_TIMEOUT_MS = 40 * 60_000;
const STOP_TIMEOUT_MS = 60_000;

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

function describeOn<T extends Testbed>(
  suite: { name: string; reason?: string; start: () => Promise<T> },
  tests: (testbed: () => T) => void,
): void {
  let testbed: T | undefined;
  const running = () => {
    if (!testbed) throw new Error('the testbed runs inside of tests only');
    return testbed;
  };
  if (suite.reason) {
    process.stderr.write(
      `skipped, no real servers: "${suite.name}" (${suite.reason})\n`,
    );
    describe.skip(suite.name, () => {
      tests(running);
    });
    return;
  }
  describe(suite.name, () => {
    beforeAll(async () => {
      testbed = await suite.start();
    }, START_TIMEOUT_MS);
    afterAll(() => testbed?.stop(), STOP_TIMEOUT_MS);
    tests(running);
  });
}
