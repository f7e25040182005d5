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
    const file = path.join('.run', `test-${lane[0]}.log`);
    console.log(`\n[test] Beside what follows: ${lane.join(', ')} (${file})`);
    return { file: path.join(root, file), rows: runLane(lane, file) };
  });
  const rows = await runLane(first);
  for (const lane of beside) {
    rows.push(...(await lane.rows));
    console.log(readFileSync(lane.file, 'utf8').trimEnd());
  }
  return rows;
}

/** Runs checks one after another; one of which nothing was heard has failed. */
async function runLane(names: string[], file?: string): Promise<Row[]> {
  const out = file === undefined ? 'inherit' : open(path.join(root, file));
  const lane = fork(path.join(__dirname, 'lane.ts'), names, {
    cwd: root,
    stdio: ['ignore', out, out, 'ipc'],
  });
  const rows = new Map<string, Row>();
  lane.on('message', (row: Row) => rows.set(row.name, row));
  await new Promise(resolve => lane.once('close', resolve));
  if (typeof out === 'number') closeSync(out);
  return names.map(name => rows.get(name) ?? unheard(name));
}

function unheard(name: string): Row {
  console.error(`[test] ${name} ended without a result.`);
  return { name, passed: 0, failed: 1, skipped: 0, seconds: 0 };
}

function open(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}
