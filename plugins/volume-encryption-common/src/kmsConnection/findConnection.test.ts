import { testConfigMap, testConnections } from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import { findConnection } from './findConnection';

const seen = <T>(value: T) => observed(value, '2026-03-01T00:00:00Z');

function brief(...args: Parameters<typeof findConnection>) {
  const found = findConnection(...args);
  const what = 'absence' in found ? found.absence : found.connection.kmsType;
  return [what, ...found.findings.map(it => it.code)].join(' ');
}

it.each<[string, Parameters<typeof findConnection>[0], string, string]>([
  ['there', seen(testConnections()), 'wrapped', 'metadata'],
  [
    'there, beside a malformed one',
    seen(testConnections({ theirs: '{' })),
    'wrapped',
    'metadata connections-malformed',
  ],
  [
    'itself malformed',
    seen(testConnections({ wrapped: '{' })),
    'wrapped',
    'missing connections-malformed',
  ],
  ['not there', seen(testConnections()), 'x', 'missing connection-missing'],
  ['in no map', seen(undefined), 'x', 'missing connection-missing'],
  [
    'in an empty map',
    seen(testConfigMap({})),
    'x',
    'missing connection-missing',
  ],
  [
    'in a map that may not be read',
    unknown('denied', 'No.'),
    'wrapped',
    'unknown connections-unread',
  ],
])('a connection %s', (_, connections, kmsId, expected) => {
  expect(brief(connections, kmsId)).toBe(expected);
});

it('names every malformed entry', () => {
  const connections = seen(testConnections({ one: '{', two: '[]' }));
  const { findings } = findConnection(connections, 'wrapped');
  expect(findings.map(it => it.message)).toEqual([
    expect.stringContaining('"one"'),
    expect.stringContaining('"two"'),
  ]);
});
