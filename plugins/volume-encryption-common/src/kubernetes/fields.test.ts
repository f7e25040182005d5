import { VolumeEncryptionError } from '../contract/errors';
import { Fields } from './fields';

const pod = (raw: unknown) => Fields.of('Pod', raw);

/** The field that the error of a call names. */
function fieldOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof VolumeEncryptionError) return error.field;
    throw error;
  }
  return undefined;
}

it.each([undefined, null, 'text', 7, [], new Date(0)])(
  'refuses %p as an object',
  raw => {
    expect(() => pod(raw)).toThrow('A Pod must be an object');
  },
);

it('names a nested field by its whole path', () => {
  const spec = pod({ spec: { list: [{ a: 1 }] } }).child('spec');
  expect(fieldOf(() => spec.text('name'))).toBe('spec.name');
  const [item] = spec.children('list');
  expect(fieldOf(() => item.text('b'))).toBe('spec.list[0].b');
});

it('never repeats the value that is wrong', () => {
  const token = { token: { secret: 'hunter2' } };
  expect(() => pod(token).text('token')).toThrow(
    'The Pod cannot be used: token must be text.',
  );
});

it.each<[string, unknown, string | undefined]>([
  ['text', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
  [
    'text with micros',
    '2026-03-01T10:00:00.123456Z',
    '2026-03-01T10:00:00.123Z',
  ],
  ['text with a zone', '2026-03-01T11:00:00+01:00', '2026-03-01T10:00:00.000Z'],
  ['a Date', new Date('2026-03-01T10:00:00Z'), '2026-03-01T10:00:00.000Z'],
  ['nothing', undefined, undefined],
  ['null', null, undefined],
])('reads a time from %s', (_, value, expected) => {
  expect(pod({ value }).optionalTime('value')).toBe(expected);
});

it.each(['yesterday', new Date(Number.NaN), {}])(
  'refuses %p as a time',
  value => {
    expect(fieldOf(() => pod({ value }).time('value'))).toBe('value');
  },
);

it.each<[string, unknown, Record<string, string>]>([
  ['a map', { a: 'x' }, { a: 'x' }],
  ['a map with other things in it', { a: 'x', b: 1, c: null }, { a: 'x' }],
  ['nothing', undefined, {}],
  ['a list', ['a'], {}],
])('reads texts of %s', (_, value, expected) => {
  expect(pod({ value }).textMap('value')).toEqual(expected);
});

it('takes what is undefined or null for not there', () => {
  const object = pod({ a: undefined, b: null, c: 'x', d: 0 });
  expect(object.names()).toEqual(['c', 'd']);
  expect(object.child('a').names()).toEqual([]);
  expect(object.optionalText('b')).toBeUndefined();
});

it('reads lists, and leaves out what does not fit', () => {
  const object = pod({ texts: ['a', 1, 'b'], items: [{ n: 1 }, null, 'x'] });
  expect(object.texts('texts')).toEqual(['a', 'b']);
  expect(object.children('items')).toHaveLength(1);
  expect(object.texts('none')).toEqual([]);
  expect(object.children('none')).toEqual([]);
});

it('reads numbers, and nothing else as one', () => {
  const object = pod({ n: 3, text: '3' });
  expect(object.optionalNumber('n')).toBe(3);
  expect(object.optionalNumber('text')).toBeUndefined();
});
