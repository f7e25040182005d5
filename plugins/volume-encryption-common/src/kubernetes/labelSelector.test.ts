import { parseLabelSelector } from './labelSelector';

const labels = { app: 'web', tier: 'front', 'example.com/team': 'a-1' };

it.each([
  ['app=web', true],
  ['app==web', true],
  ['app = web', true],
  ['app=db', false],
  ['app!=db', true],
  ['app!=web', false],
  ['other!=x', true],
  ['example.com/team=a-1', true],
  ['tier in (front, back)', true],
  ['tier in (back)', false],
  ['tier in(front)', true],
  ['other in (front)', false],
  ['tier notin (back)', true],
  ['tier notin (front,back)', false],
  ['other notin (front)', true],
  ['app', true],
  ['other', false],
  ['!other', true],
  ['! app', false],
  ['app=web,tier in (front,back),!other', true],
  ['app=web,tier in (front,back),other', false],
  [' app=web , tier=front ', true],
  ['other=', false],
  // Names that every JavaScript object has are no labels.
  ['constructor', false],
  ['!toString', true],
])('%s', (text, expected) => {
  expect(parseLabelSelector(text)(labels)).toBe(expected);
});

it('matches a label of empty value', () => {
  expect(parseLabelSelector('app=')({ app: '' })).toBe(true);
});

it.each([
  '',
  '   ',
  ',',
  'app=web,',
  '=web',
  'app in front',
  'app in (front',
  'app=web tier=front',
  'a=b=c',
  'app>3',
  '!',
  'app in (a),(b)',
  // Its author must not be able to keep the backend busy.
  `${'a,'.repeat(500)}a`,
])('refuses "%s"', text => {
  expect(() => parseLabelSelector(text)).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'labelSelector' }),
  );
});
