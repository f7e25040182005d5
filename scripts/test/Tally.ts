/** How many tests of a runner, or checks of a tool, ended how. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** What became of a check. */
export interface Row extends Tally {
  name: string;
  seconds: number;
}

/** Adds tallies up. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The plain closing line. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
