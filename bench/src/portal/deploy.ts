import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dependencies } from '../../package.json';

// This package is always run from its source.
// eslint-disable-next-line no-restricted-syntax
const clone = path.join(__dirname, '../../..');

/**
 * Makes a folder to run the portal in like one that installed what is published.
 * In the clone Backstage would compile the `config.d.ts` of every workspace to
 * find out what is secret, and hold TypeScript in memory from then on (100 MB and
 * more); published packages have it as JSON (`backstage-cli package prepack`).
 * @returns the folder
 */
export function deploy(within: string): string {
  const folder = path.join(within, 'portal');
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  const installed = Object.entries(dependencies).filter(([name]) =>
    name.startsWith('@backstage/'),
  );
  const manifest = {
    name: 'portal',
    version: '0.0.0',
    dependencies: Object.fromEntries(installed),
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  symlinkSync(folder, path.join(modules, 'portal'));
  const scope = '@backstage';
  symlinkSync(
    path.join(clone, 'node_modules', scope),
    path.join(modules, scope),
  );
  return folder;
}
