/** `npm run build`: builds every package into its `dist`, as for publishing. */
import { runOnDeclarations } from './runOnDeclarations';

/** False when a package could not be built. */
export function buildPackages(): boolean {
  return runOnDeclarations([
    'node_modules/@backstage/cli/bin/backstage-cli',
    'repo',
    'build',
    '--all',
  ]);
}

if (require.main === module) {
  process.exitCode = buildPackages() ? 0 : 1;
}
