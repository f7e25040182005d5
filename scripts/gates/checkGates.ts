/**
 * The architecture gates: rules of form over our files, and the arrows between
 * rooms and packages (.dependency-cruiser.cjs).
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { gates, type Gate } from './gates';
import { measureFile } from './measureFile';
import { absolute, sourceFiles } from './sourceFiles';

/** How many gates hold and how many are broken; prints a line for each. */
export function checkGates(): { passed: number; failed: number } {
  const all = [...gates(sourceFiles().map(measureFile)), sandboxGate()];
  for (const gate of all) print(gate);
  const broken = all.filter(gate => gate.figure > gate.limit).length;
  const arrows = checkArrows() ? 0 : 1;
  return { passed: all.length + 1 - broken - arrows, failed: broken + arrows };
}

function sandboxGate(): Gate {
  const folder = absolute('packages/sandbox/src');
  const lines = globSync('**/*.ts', { cwd: folder })
    .map(
      file =>
        readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n').length,
    )
    .reduce((sum, n) => sum + n, 0);
  return {
    name: 'lines of code of the sandbox, tests included',
    figure: lines,
    limit: 2500,
    places: [],
  };
}

function print({ name, figure, limit, places }: Gate) {
  const holds = figure <= limit;
  console.log(
    `${holds ? 'ok    ' : 'BROKEN'} ${name}: ${figure} (limit ${limit})`,
  );
  if (!holds)
    for (const place of places.slice(0, 20)) console.log(`         ${place}`);
}

function checkArrows(): boolean {
  const { status } = spawnSync(
    'node',
    [
      absolute('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'plugins',
      'packages',
      'testbed/src',
      'bench/src',
    ],
    { cwd: absolute('.'), stdio: 'inherit' },
  );
  return status === 0;
}

if (require.main === module) {
  process.exitCode = checkGates().failed > 0 ? 1 : 0;
}
