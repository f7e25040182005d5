import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyNextSteps } from './keyReason';

const page = readFileSync(join(__dirname, '../../../../docs/keys.md'), 'utf8');

it('docs/keys.md has a row for each reason, and no other', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);
  expect(rows.toSorted()).toEqual(Object.keys(keyNextSteps).toSorted());
});
