import { parseGoBoolean } from './goBoolean';

it.each(['1', 't', 'T', 'true', 'TRUE', 'True'])('%s is true', text => {
  expect(parseGoBoolean(text)).toBe(true);
});

it.each(['0', 'f', 'F', 'false', 'FALSE', 'False'])('%s is false', text => {
  expect(parseGoBoolean(text)).toBe(false);
});

it.each(['', ' true', 'true ', 'tRue', 'yes', 'no', 'on', '2', 'y', 'null'])(
  '"%s" is neither',
  text => {
    expect(parseGoBoolean(text)).toBeUndefined();
  },
);
