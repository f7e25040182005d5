import { isOlder, minimumGo } from './serverModules';

it.each([
  ['1.25.9', '1.26.0', true],
  ['1.26.0', '1.26.0', false],
  ['1.26.8', '1.26.0', false],
  ['1.9', '1.26.0', true],
  ['1.26', '1.26.1', true],
  ['1.27rc1', '1.26.0', false],
  ['2.0', '1.26.0', false],
])('isOlder(%s, %s) is %s', (version, than, older) => {
  expect(isOlder(version, than)).toBe(older);
});

it('reads the minimum from the go lines of the modules', () => {
  expect(minimumGo()).toBe('1.26.0');
});
