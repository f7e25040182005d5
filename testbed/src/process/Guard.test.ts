import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard } from './Guard';

function longRunning() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  if (child.pid === undefined) throw new Error('node cannot be run');
  return { child, pid: child.pid };
}

it('ends what is left and removes the data', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guard-test-'));
  writeFileSync(join(folder, 'data'), 'some');
  const { child, pid } = longRunning();
  const exited = once(child, 'exit');
  const guard = new Guard(folder);
  guard.started(pid);
  await guard.finish();
  expect(await exited).toEqual([null, 'SIGKILL']);
  expect(existsSync(folder)).toBe(false);
});

it('leaves alone what has ended: its pid may be of somebody else by now', async () => {
  const { child, pid } = longRunning();
  const guard = new Guard(mkdtempSync(join(tmpdir(), 'guard-test-')));
  guard.started(pid);
  guard.ended(pid);
  await guard.finish();
  expect(process.kill(pid, 0)).toBe(true);
  child.kill();
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
});
