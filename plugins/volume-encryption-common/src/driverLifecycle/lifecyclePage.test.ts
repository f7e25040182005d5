import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRIVER_PROFILES } from '../driver/driverProfiles';
import { copiedKey, removedKey } from './cephKeys';
import type { ActAnswer } from './driverLifecycle';
import { DRIVER_LIFECYCLES, driverLifecycleOf } from './driverLifecycles';
import { CEPH_EXAMPLES, LIFECYCLE_EXAMPLES } from './lifecycleExamples';

const page = readFileSync(
  join(__dirname, '../../../../docs/lifecycle.md'),
  'utf8',
);

/** The cells of each row of the page's tables, without padding. */
const rows = page
  .split('\n')
  .filter(line => line.startsWith('|'))
  .map(line => line.split('|').map(cell => cell.trim()));

const ids = (drivers: readonly string[]) =>
  drivers.map(id => `\`${id}\``).join(', ');

const ACTS = ['expand', 'snapshot', 'restore', 'clone', 'delete'] as const;

function cellsOf({ answer, reason, volume, key, warning }: ActAnswer) {
  const what = [volume, reason].filter(Boolean).join(' ');
  const ofKey = key ? `${key.fate}: ${key.message}` : '';
  return [answer, what, ofKey, warning ?? ''];
}

describe('docs/lifecycle.md', () => {
  it.each(
    DRIVER_LIFECYCLES.flatMap(driver =>
      ACTS.map(act => [ids(driver.drivers), act, driver] as const),
    ),
  )('says of %s what %s does', (named, act, driver) => {
    const example = LIFECYCLE_EXAMPLES[driver.drivers[0]];
    const row = rows.find(cells => cells[1] === named && cells[2] === act);
    expect(example && row?.slice(3, -1)).toEqual(
      example && cellsOf(driver[act](example)),
    );
    expect(example).toBeDefined();
  });

  it.each(DRIVER_LIFECYCLES.map(it => [ids(it.drivers), it.sources] as const))(
    'says where the facts about %s are from',
    (named, sources) => {
      expect(rows).toContainEqual(['', named, sources, '']);
    },
  );

  it.each(Object.entries(CEPH_EXAMPLES))(
    'says of a key of Ceph CSI what becomes of it: %s',
    (place, example) => {
      const row = rows.find(cells => cells[1] === place);
      const copied = copiedKey(example, 'new volume');
      const removed = removedKey(example);
      expect(row?.slice(2, -1)).toEqual([
        `${copied.fate}: ${copied.message}`,
        `${removed.fate}: ${removed.message}`,
      ]);
    },
  );

  it('names each driver of which nothing is claimed', () => {
    const silent = DRIVER_PROFILES.filter(({ id }) => !driverLifecycleOf(id));
    const [, list] = /Nothing is claimed of (.*?)\.\n/s.exec(page) ?? [];
    expect(list?.replace(/\s+/g, ' ')).toBe(
      ids(silent.map(({ id }) => id).sort()),
    );
  });
});
