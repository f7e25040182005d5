import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, root, say } from './say.mjs';

const stamp = path.join(root, 'node_modules', '.installed-lockfile');

function lockfileHash() {
  const lockfile = readFileSync(path.join(root, 'yarn.lock'));
  return createHash('sha256').update(lockfile).digest('hex');
}

/** Installs what the lockfile names, unless it was installed already. */
export function installDependencies(env, yarnScript) {
  const wanted = lockfileHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing dependencies from the lockfile (about 3 minutes at first)');
  const result = spawnSync('node', [yarnScript, 'install', '--immutable'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (result.status !== 0) {
    console.error(result.stdout?.toString().split('\n').slice(-25).join('\n'));
    giveUp(
      'The dependencies could not be installed.',
      'The lines above say why. A native add-on needs Python 3, make and a C++ compiler.',
    );
  }
  writeFileSync(stamp, wanted);
}
