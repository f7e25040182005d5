import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Guard } from './Guard';
import { Server } from './Server';

let folder: string;
let guard: Guard;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'server-test-'));
  guard = new Guard(folder);
});
afterEach(() => guard.finish());

function server(script: string, isReady: () => Promise<boolean>) {
  const spec = { name: 'example', binary: process.execPath, isReady };
  const logFile = join(folder, 'example.log');
  return new Server({ ...spec, args: ['-e', script], logFile }, guard);
}

it('shows the end of the log of a server that dies, and keeps the log', async () => {
  const dying = server(
    'console.error("no such storage"); process.exit(1)',
    async () => false,
  );
  const kept = `${folder}-example.log`;
  const starting = dying.start();
  await expect(starting).rejects.toThrow('example (');
  await expect(starting).rejects.toThrow(`log ${kept}:\nno such storage`);
  await guard.finish();
  expect(existsSync(kept)).toBe(true);
  rmSync(kept);
});

it('starts again after it was stopped', async () => {
  const marker = join(folder, 'started');
  const script =
    `require('fs').appendFileSync(${JSON.stringify(marker)}, 'x');` +
    'setInterval(() => {}, 1000)';
  const restarted = server(script, async () => existsSync(marker));
  await restarted.start();
  await restarted.stop();
  rmSync(marker);
  await restarted.start();
  expect(existsSync(marker)).toBe(true);
  await restarted.stop();
});

it('answers nothing while it is paused, and can be stopped', async () => {
  const marker = join(folder, 'lives');
  const script = `setInterval(() => {
    require('fs').writeFileSync(${JSON.stringify(marker)}, 'x');
  }, 10)`;
  const lives = async () => existsSync(marker);
  const paused = server(script, lives);
  await paused.start();
  paused.pause();
  await sleep(50);
  rmSync(marker);
  await sleep(200);
  expect(await lives()).toBe(false);
  paused.resume();
  while (!(await lives())) await sleep(10);
  paused.pause();
  await paused.stop();
  expect(() => paused.pause()).toThrow('example does not run');
});

it('names the program that cannot be run', async () => {
  const logFile = join(folder, 'example.log');
  const isReady = async () => true;
  const spec = { name: 'example', binary: '/none', args: [], isReady, logFile };
  await expect(new Server(spec, guard).start()).rejects.toThrow(
    'example cannot be run: /none',
  );
});
