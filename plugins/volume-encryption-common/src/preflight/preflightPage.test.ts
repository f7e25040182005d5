import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PreflightOutcome } from '../contract/api';
import { preflight } from './preflight';
import { preflightFacts } from './testPreflight';

const page = readFileSync(
  join(__dirname, '../../../../docs/preflight.md'),
  'utf8',
);

const OUTCOMES: Record<PreflightOutcome, true> = {
  ok: true,
  warning: true,
  blocked: true,
  unknown: true,
};

it('docs/preflight.md has a row for all that is looked at, in order', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  const { checks } = preflight(preflightFacts());
  expect(rows).toEqual(checks.map(({ about }) => about));
});

it.each(Object.keys(OUTCOMES))('docs/preflight.md explains %s', outcome => {
  expect(page).toContain(`- \`${outcome}\`:`);
});
