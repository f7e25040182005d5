import path from 'node:path';
import { build } from 'esbuild';

// This package is always run from its source.
// eslint-disable-next-line no-restricted-syntax
const entry = path.join(__dirname, 'main.ts');

let bundled: Promise<string> | undefined;

/**
 * Makes one file of the portal and our packages: what is published is compiled,
 * and compiling while it runs would count as the portal's time and memory. Once,
 * so that all of a run measures the same code.
 * @returns its path, inside of the clone so that it finds its dependencies
 */
export function bundlePortal(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const outfile = path.join(path.dirname(entry), '../../dist/portal.cjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
    plugins: [
      {
        name: 'all-but-ours-stay-outside',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
            name.startsWith('backstage-plugin-volume-encryption')
              ? undefined
              : { external: true },
          );
        },
      },
    ],
  });
  return outfile;
}
