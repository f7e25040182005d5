import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRIVER_PROFILES } from '../driver/driverProfiles';

const HERE = join(__dirname, '..');
const page = readFileSync(join(HERE, '../../../docs/verdicts.md'), 'utf8');
const reasons = readFileSync(join(HERE, 'contract/reasons.ts'), 'utf8');

/** The cells of each row of the page's tables, without padding. */
const rows = page
  .split('\n')
  .filter(line => line.startsWith('|'))
  .map(line => line.split('|').map(cell => cell.trim()));

describe('docs/verdicts.md', () => {
  it.each(DRIVER_PROFILES.map(profile => [profile.id, profile] as const))(
    'says of %s what its profile knows',
    (id, { title, copies, knowledge }) => {
      const row = rows.find(cells => cells[1] === `\`${id}\``);
      const { read, highestGrade, holder, never, settledBy } = knowledge;
      expect(row?.slice(2, -1)).toEqual([
        title,
        read,
        highestGrade,
        holder,
        never,
        settledBy,
        copies,
      ]);
    },
  );

  it('cites nothing that readers of the project do not have', () => {
    const cited = rows.filter(cells =>
      cells.some(cell => /\b(csi|ceph|vault)\.md\b|\bDesign,/.test(cell)),
    );
    expect(cited.map(cells => cells[1])).toEqual([]);
  });

  it.each([
    ['Class younger than volume', 'class-newer-than-volume'],
    ['Static volume', 'static-volume'],
    ['Recreated class', 'class-recreated'],
    ['Clone and restore', 'copy-not-settled'],
    ['Never mounted', 'formats-at-first-mount'],
    ['Shared passphrase', 'passphrase-shared'],
    ['Reclaim Retain with a lost key', 'retained-without-key'],
  ])('names the trap "%s" at the check that catches it', (trap, code) => {
    const row = rows.find(cells => cells[1].includes(`\`${code}\``));
    expect(row?.[3]).toContain(trap);
  });

  it('has a row for each reason about protection and about the wire', () => {
    const section = /The record of the volume[\s\S]*? \* KMS connection/.exec(
      reasons,
    );
    const lines = (section?.[0] ?? '')
      .split('\n')
      .filter(line => line.startsWith(' * - '));
    const codes = lines.flatMap(line => {
      const named = line.split(':')[0];
      return [...named.matchAll(/`([a-z-]+)`/g)].map(found => found[1]);
    });
    expect(codes.length).toBeGreaterThan(35);
    const documented = new Set(
      rows.flatMap(cells =>
        [...cells[1].matchAll(/`([a-z-]+)`/g)].map(found => found[1]),
      ),
    );
    expect(codes.filter(code => !documented.has(code))).toEqual([]);
  });
});
