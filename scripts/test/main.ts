/**
 * `npm test`: everything that can be checked on this machine, from the quickest
 * check to the slowest. `npm test -- unit lint` runs only those.
 */
import { checks } from './checks';
import { closingLine, sum } from './Tally';
import { runStage } from './runStage';

/**
 * One after another; the lanes of each are run side by side. Unit tests compute
 * on all cores; contract and browser tests wait as much as they compute.
 */
const stages: string[][][] = [
  [
    ['architecture', 'generated', 'format', 'lint'],
    ['types', 'api', 'build'],
  ],
  [['unit']],
  [['contract'], ['browser']],
];

async function main() {
  const asked = process.argv.slice(2).filter(arg => arg !== '--');
  const unknown = asked.filter(name => !(name in checks));
  if (unknown.length > 0) {
    throw new Error(
      `No check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}.`,
    );
  }
  const isChosen = (name: string) => asked.length === 0 || asked.includes(name);
  const rows = [];
  for (const stage of stages) {
    rows.push(...(await runStage(stage.map(lane => lane.filter(isChosen)))));
  }
  console.log('');
  for (const { name, seconds, ...tally } of rows) {
    console.log(`${name.padEnd(14)} ${closingLine(tally)} (${seconds} s)`);
  }
  const total = sum(rows);
  console.log(`\n${closingLine(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(`[test] ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
