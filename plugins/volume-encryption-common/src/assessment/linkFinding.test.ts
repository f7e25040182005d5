import type { CustodyLink } from '../contract/api';
import type { LinkFinding } from './linkFinding';
import { reasonOfLink, remountVerdict, viewLink } from './linkFinding';

const finding: LinkFinding = {
  kind: 'kms',
  name: 'vault',
  status: 'broken',
  grade: 'E3',
  code: 'kms-sealed',
  detail: 'It is sealed.',
};

it.each<[CustodyLink['status'][], string]>([
  [['ok', 'ok'], 'ready'],
  [['ok', 'unknown'], 'unknown'],
  [['unknown', 'warning', 'ok'], 'at-risk'],
  [['ok', 'warning', 'broken', 'unknown'], 'blocked'],
  // Nothing looked at is no reason to say ready.
  [[], 'unknown'],
])('of %j is %s', (statuses, verdict) => {
  expect(remountVerdict(statuses)).toBe(verdict);
});

it.each<[CustodyLink['status'], string]>([
  ['ok', 'ok'],
  ['warning', 'warning'],
  ['broken', 'error'],
  ['unknown', 'warning'],
])('a link that is %s is a reason of severity %s', (status, severity) => {
  expect(reasonOfLink({ ...finding, status })).toEqual({
    code: 'kms-sealed',
    severity,
    grade: 'E3',
    message: 'It is sealed.',
  });
});

it('is shown without its code', () => {
  const { code: _, ...shown } = finding;
  expect(viewLink(finding)).toEqual(shown);
});
