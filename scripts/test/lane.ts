/** Runs the checks named, one after another, and reports each to who started it. */
import { checks } from './checks';
import type { Row } from './Tally';

async function main() {
  for (const name of process.argv.slice(2)) {
    if (!process.connected) return; // Who asked was ended.
    console.log(`\n=== ${name}`);
    const start = Date.now();
    const tally = await checks[name]();
    const seconds = Math.round((Date.now() - start) / 1000);
    const row: Row = { name, ...tally, seconds };
    process.send?.(row);
  }
}

main();
