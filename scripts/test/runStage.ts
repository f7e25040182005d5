import { fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './runTool';
import type { Row } from './Tally';

/**
 * Runs lanes of checks side by side, each in a process of its own. The first is
 * seen while it runs; what the others say is kept in files and follows when they
 * have ended, so that nothing is mixed and nothing is left out.
 */
export async function runStage(lanes: string[][]): Promise<Row[]> {
  const [first, ...others] = lanes.filter(lane => lane.length > 0);
  if (!first) return [];
  const beside = others.map(lane => {
    const file = path.join(root, '.run', `test-${lane[0]}.log`);
    console.log(`\n[test] Beside it: ${lane.join(', ')}, told in ${file}`);
    return { file, rows: runLane(lane, file) };
  });
  const rows = await runLane(first);
  for (const lane of beside) {
    rows.push(...(await lane.rows));
    console.log(readFileSync(lane.file, 'utf8').trimEnd());
  }
  return rows;
}

/** Runs checks one after another; a check that said nothing has failed. */
async function runLane(names: string[], file?: string): Promise<Row[]> {
  const out = file === undefined ? 'inherit' : open(file);
  const lane = fork(path.join(__dirname, 'lane.ts'), names, {
    cwd: root,
    stdio: ['ignore', out, out, 'ipc'],
  });
  const rows = names.map(name => ({ ...UNTOLD, name }));
  lane.on('message', (row: Row) => {
    rows[names.indexOf(row.name)] = row;
  });
  await new Promise(resolve => lane.once('close', resolve));
  if (typeof out === 'number') closeSync(out);
  return rows;
}

const UNTOLD = { passed: 0, failed: 1, skipped: 0, seconds: 0 };

function open(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}
