import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The path of a new folder for files of a test. To be called where suites are
 * described: the folder goes after the last test of the suite.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'volume-encryption-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}
