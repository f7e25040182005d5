import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bringPackage, toolFolder } from './bringPackages.mjs';
import { toolsFolder } from './say.mjs';

/** Yarn 4 from npm, as a command named `yarn` in the folder this answers. */
export function findYarn() {
  bringPackage('@yarnpkg/cli-dist', '4');
  const script = path.join(toolFolder('@yarnpkg/cli-dist'), 'bin', 'yarn.js');
  const binFolder = path.join(toolsFolder, 'bin');
  mkdirSync(binFolder, { recursive: true });
  const command = path.join(binFolder, 'yarn');
  writeFileSync(command, `#!/bin/sh\nexec node "${script}" "$@"\n`);
  chmodSync(command, 0o755);
  return { binFolder, script };
}
