/**
 * `npm test`: everything that can be checked on this machine, from the quickest
 * check to the slowest. `npm test -- unit lint` runs only those.
 */
import { checkGates } from '../gates/checkGates';
import { buildPackages } from '../publish/buildPackages';
import { reportApi } from '../publish/reportApi';
import { checkGenerated } from './checkGenerated';
import { prepareServers } from './prepareServers';
import { runJest } from './runJest';
import { oneCheck, runTool } from './runTool';
import { closingLine, sum, type Tally } from './Tally';

const cli = 'node_modules/@backstage/cli/bin/backstage-cli';

const checks: Record<string, () => Promise<Tally>> = {
  format: () =>
    runTool(['node_modules/prettier/bin/prettier.cjs', '--check', '.']),
  lint: () => runTool([cli, 'repo', 'lint', '--max-warnings', '0']),
  types: () => runTool(['node_modules/typescript/bin/tsc', '--noEmit']),
  api: async () => {
    const holds = reportApi(['--ci']);
    if (!holds) console.error('After a change: `npm run api-reports`.');
    return oneCheck(holds);
  },
  generated: checkGenerated,
  architecture: async () => ({ ...checkGates(), skipped: 0 }),
  build: async () => oneCheck(buildPackages()),
  unit: () =>
    runJest('unit', [
      '--testPathIgnorePatterns',
      '\\.(contract|browser)\\.test\\.ts',
    ]),
  contract: async () => {
    await prepareServers();
    return runJest('contract', [
      '--runInBand',
      '--testPathPatterns',
      '\\.contract\\.test\\.ts',
    ]);
  },
  browser: () =>
    runJest('browser', [
      '--runInBand',
      '--testPathPatterns',
      '\\.browser\\.test\\.ts',
    ]),
};

async function main() {
  const chosen = process.argv.slice(2).filter(arg => arg !== '--');
  const unknown = chosen.filter(name => !(name in checks));
  if (unknown.length > 0) {
    throw new Error(
      `No check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}.`,
    );
  }
  const names = chosen.length > 0 ? chosen : Object.keys(checks);
  const rows: (Tally & { name: string; seconds: number })[] = [];
  for (const name of names) {
    console.log(`\n=== ${name}`);
    const start = Date.now();
    const tally = await checks[name]();
    const seconds = Math.round((Date.now() - start) / 1000);
    rows.push({ name, ...tally, seconds });
  }
  console.log('');
  for (const { name, seconds, ...tally } of rows) {
    console.log(`${name.padEnd(14)} ${closingLine(tally)} (${seconds} s)`);
  }
  const total = sum(rows);
  console.log(`\n${closingLine(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(`[test] ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
