import { availableParallelism } from 'node:os';
import { checkGates } from '../gates/checkGates';
import { buildPackages } from '../publish/buildPackages';
import { reportApi } from '../publish/reportApi';
import { checkGenerated } from './checkGenerated';
import { prepareServers } from './prepareServers';
import { runJest } from './runJest';
import { oneCheck, runTool } from './runTool';
import type { Tally } from './Tally';

const cli = 'node_modules/@backstage/cli/bin/backstage-cli';
const cache = 'node_modules/.cache';

/** Each needs a cluster and a Vault of its own: some 2 GB of memory. */
const MOST_REAL_SERVERS = 4;
const cores = availableParallelism();

/** Everything that can be checked on this machine, by name. */
export const checks: Record<string, () => Promise<Tally>> = {
  format: () =>
    runTool([
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${cache}/prettier-check`,
      '.',
    ]),
  lint: () => runTool([cli, 'repo', 'lint', '--max-warnings', '0']),
  types: () =>
    runTool([
      'node_modules/typescript/bin/tsc',
      '--noEmit',
      '--incremental',
      `--tsBuildInfoFile`,
      `${cache}/types.tsbuildinfo`,
    ]),
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
      `--maxWorkers=${cores}`,
      '--testPathIgnorePatterns',
      '\\.(contract|browser)\\.test\\.ts',
    ]),
  contract: async () => {
    await prepareServers();
    return runJest('contract', [
      `--maxWorkers=${Math.min(cores, MOST_REAL_SERVERS)}`,
      '--testPathPatterns',
      '\\.contract\\.test\\.ts',
    ]);
  },
  browser: async () => {
    await prepareServers();
    return runJest('browser', [
      '--runInBand',
      '--testPathPatterns',
      '\\.browser\\.test\\.ts',
    ]);
  },
};
