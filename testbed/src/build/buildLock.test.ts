import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBuildLock } from './buildLock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-test-'));
  file = join(folder, 'build.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('lets one work at a time', async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
    events.push(`${name} ends`);
  };
  await Promise.all([
    withBuildLock(file, work('a')),
    withBuildLock(file, work('b')),
  ]);
  expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('is given back when the work fails', async () => {
  const failing = withBuildLock(file, async () => {
    throw new Error('no compiler');
  });
  await expect(failing).rejects.toThrow('no compiler');
  expect(existsSync(file)).toBe(false);
});

it('takes over from an owner that is gone', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  writeFileSync(file, String(gone.pid));
  expect(await withBuildLock(file, async () => 'done')).toBe('done');
});
