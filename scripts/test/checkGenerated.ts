import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contractFolder, generateContract } from '../generate';
import type { Tally } from './Tally';

/** One check per generated file: it is what the document gives today. */
export async function checkGenerated(): Promise<Tally> {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, text] of Object.entries(await generateContract())) {
    const committed = await readFile(path.join(contractFolder, name), 'utf8');
    if (committed === text) {
      tally.passed += 1;
    } else {
      tally.failed += 1;
      console.error(`${name} is not up to date: run \`npm run generate\`.`);
    }
  }
  return tally;
}
