import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, runNode } from './runTool';
import type { Tally } from './Tally';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
  numRuntimeErrorTestSuites: number;
}

/**
 * Runs jest over all packages for the files that `select` chooses. What tests and
 * what they start leave in the temporary folder is removed, unless one failed.
 */
export async function runJest(name: string, select: string[]): Promise<Tally> {
  const report = path.join(root, '.run', `jest-${name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const folder = mkdtempSync(path.join(tmpdir(), 've-'));
  // Where tests run as root, some of what they start runs as somebody else.
  chmodSync(folder, 0o755);
  const code = await runNode(
    [
      'node_modules/@backstage/cli/bin/backstage-cli',
      'repo',
      'test',
      '--watchAll=false',
      // Not in the temporary folder, where Jest would have it.
      `--cacheDirectory=${path.join(root, 'node_modules/.cache/jest')}`,
      // A busy machine is slow, not wrong. Many files name a time of their own.
      '--testTimeout=60000',
      '--json',
      `--outputFile=${report}`,
      ...select,
    ],
    { CI: 'true', NODE_OPTIONS: '--experimental-vm-modules', TMPDIR: folder },
  );
  const tally = readReport(report, code);
  if (tally.failed === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`What the tests left is in ${folder}`);
  return tally;
}

// A suite that could not even be loaded has no tests, so it counts as one.
function readReport(file: string, code: number): Tally {
  try {
    const report: JestReport = JSON.parse(readFileSync(file, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
