import { ConfigReader } from '@backstage/config';
import { readHistory } from './readHistory';
import { Section } from './Section';

function read(history: object) {
  const problems: string[] = [];
  const root = new Section(new ConfigReader({ history }), '', problems);
  return { read: readHistory(root.section('history')), problems };
}

it('keeps changes for more than a year where nothing is said', () => {
  expect(readHistory(undefined)).toEqual({ days: 400 });
  expect(read({}).read).toEqual({ days: 400, platformTeam: undefined });
});

it('reads for how long, and who is told', () => {
  expect(read({ days: 30, platformTeam: 'Group:Platform' })).toEqual({
    read: { days: 30, platformTeam: 'group:default/platform' },
    problems: [],
  });
});

it.each([
  [{ days: 0 }, 'history.days: write a whole number from 1 to 3650'],
  [{ platformTeam: 'platform' }, 'history.platformTeam: write an entity ref'],
  [{ platformteam: 'x' }, 'history.platformteam: has no meaning here'],
])('refuses %j by its name', (history, problem) => {
  expect(read(history).problems).toEqual([expect.stringContaining(problem)]);
});
