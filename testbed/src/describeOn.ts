// Titles and tests are the caller's.
/* eslint-disable jest/no-disabled-tests, jest/valid-title */

/** A first build takes a quarter of an hour; later starts take seconds. */
const START_TIMEOUT_MS = 40 * 60_000;
const STOP_TIMEOUT_MS = 60_000;

/**
 * Jest's `describe` for tests on servers that are started before its first
 * test and ended after its last.
 * @param suite.reason - why they cannot be had here: it is told in one line,
 * and the tests count as skipped
 */
export function describeOn<T extends { stop(): Promise<void> }>(
  suite: { name: string; reason?: string; start: () => Promise<T> },
  tests: (servers: () => T) => void,
): void {
  let servers: T | undefined;
  const running = () => {
    if (!servers) throw new Error('the servers run inside of tests only');
    return servers;
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
      servers = await suite.start();
    }, START_TIMEOUT_MS);
    afterAll(() => servers?.stop(), STOP_TIMEOUT_MS);
    tests(running);
  });
}
