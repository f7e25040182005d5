import { deadCluster } from './benches/deadCluster';
import { overview } from './benches/overview';
import { provisioning } from './benches/provisioning';
import { reaction } from './benches/reaction';
import { scale } from './benches/scale';
import { vaultCalls } from './benches/vaultCalls';
import { view } from './benches/view';
import { machine } from './report/machine';
import { say } from './report/say';
import { markdown } from './report/table';

const benches = [
  provisioning,
  view,
  deadCluster,
  reaction,
  scale,
  overview,
  vaultCalls,
];

/** `npm run bench`: all of them, or those named. Markdown on stdout. */
async function main(names: string[]): Promise<void> {
  const unknown = names.find(name => !benches.some(it => it.name === name));
  if (unknown !== undefined) {
    const known = benches.map(({ name }) => name).join(', ');
    throw new Error(`there is no bench "${unknown}"; there are ${known}`);
  }
  const wanted = benches.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
  process.stdout.write(`${await machine()}\n`);
  for (const bench of wanted) {
    say(`${bench.name}: begins`);
    for (const table of await bench.run()) {
      process.stdout.write(`${markdown(table)}\n`);
    }
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: Error) => {
    process.stderr.write(`bench: ${error.stack}\n`);
    process.exit(1);
  },
);
