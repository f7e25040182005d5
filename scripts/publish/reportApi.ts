/**
 * `npm run api-reports`: writes what each published package exports into its
 * `report.api.md`, for a reviewer to see when it changes.
 */
import { runOnDeclarations } from './runOnDeclarations';

/** False when a report could not be made or, with `--ci`, is out of date. */
export function reportApi(options: string[]): boolean {
  return runOnDeclarations([
    'node_modules/@backstage/repo-tools/bin/backstage-repo-tools',
    'api-reports',
    '--validate-release-tags',
    // Our packages are read from their sources; members may speak for themselves.
    '--omit-messages',
    'ae-wrong-input-file-type,ae-undocumented',
    ...options,
    'plugins/*',
  ]);
}

if (require.main === module) {
  process.exitCode = reportApi(process.argv.slice(2)) ? 0 : 1;
}
