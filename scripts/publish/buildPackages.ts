/** `npm run build`: builds every package into its `dist`, as for publishing. */
import { declareTypes, runInTurn } from './runInTurn';

const build = [
  'node_modules/@backstage/cli/bin/backstage-cli',
  'repo',
  'build',
  '--all',
];

/** False when a package could not be built. */
export function buildPackages(): boolean {
  return runInTurn([declareTypes, build]);
}

if (require.main === module) {
  process.exitCode = buildPackages() ? 0 : 1;
}
