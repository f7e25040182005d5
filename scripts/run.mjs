// Runs one of the project's commands: `node scripts/run.mjs start -- …`.
// Plain JavaScript on purpose: it runs before anything is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setUp } from './setup/setUp.mjs';
import { root } from './setup/say.mjs';

const commands = {
  start: 'scripts/start/main.ts',
  test: 'scripts/test/main.ts',
  testbed: 'testbed/src/main.ts',
  generate: 'scripts/generate.ts',
  'api-reports': 'scripts/publish/reportApi.ts',
  build: 'scripts/publish/buildPackages.ts',
  bench: 'bench/src/main.ts',
};

const [name, ...args] = process.argv.slice(2);
const script = commands[name];
if (!script) {
  console.error(`Give one of: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}

const env = await setUp();
const child = spawn(
  'node',
  ['node_modules/tsx/dist/cli.mjs', path.join(root, script), ...args],
  { cwd: root, env, stdio: 'inherit' },
);
// The terminal sends Ctrl-C to the whole group; the child ends in its own time.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
