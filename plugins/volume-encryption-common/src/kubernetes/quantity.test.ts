import { quantityToBytes, requireVolumeSize } from './quantity';

describe('quantityToBytes', () => {
  it.each<[string, bigint]>([
    ['0', 0n],
    ['1', 1n],
    ['+1', 1n],
    ['-1', -1n],
    ['10Gi', 10n * 2n ** 30n],
    ['10G', 10_000_000_000n],
    ['1Ki', 1024n],
    ['1k', 1000n],
    ['1.5Gi', 1_610_612_736n],
    ['.5Mi', 524_288n],
    ['5.Mi', 5_242_880n],
    ['1e3', 1000n],
    ['1E3', 1000n],
    ['1E', 10n ** 18n],
    ['1Ei', 2n ** 60n],
    ['8Ei', 2n ** 63n],
    ['12e-1', 2n],
    ['1500m', 2n],
    ['-1500m', -2n],
    ['1n', 1n],
    ['0m', 0n],
  ])('of %s is %s', (text, bytes) => {
    expect(quantityToBytes(text)).toBe(bytes);
  });

  it('knows that different texts can be one size', () => {
    expect(quantityToBytes('1Ti')).toBe(quantityToBytes('1024Gi'));
  });

  it.each([
    '',
    '.',
    'Gi',
    '5GB',
    '5gi',
    '5 Gi',
    '5K',
    '5ki',
    '1e',
    '1e1.5',
    '0x10',
    '1_000',
    '١Gi',
    'NaN',
    'Infinity',
    '1e9999999999',
    `${'9'.repeat(100_000)}Gi`,
  ])('of %.20j is undefined', text => {
    expect(quantityToBytes(text)).toBeUndefined();
  });
});

describe('requireVolumeSize', () => {
  it.each([
    '17Mi',
    '10Gi',
    '10G',
    '1.5Ti',
    '1e12',
    '7Ei',
    '9223372036854775807',
  ])('accepts %s', text => {
    expect(requireVolumeSize('size', text)).toBe(text);
  });

  it.each([
    ['', /not a quantity: write a number and a unit/],
    ['ten', /such as 10Gi/],
    ['5GB', /write 5G \(powers of 1000\) or 5Gi \(powers of 1024\)/],
    ['5 gb', /write 5G .* or 5Gi/],
    ['1.5tib', /write 1\.5T .* or 1\.5Ti/],
    ['100K', /write 100k .* or 100Ki/],
    ['0', /more than zero/],
    ['0Gi', /more than zero/],
    ['-5Gi', /more than zero/],
    ['10', /is 10 bytes.*give a unit/],
    ['500m', /give a unit/],
    ['16Mi', /encryption header alone takes 16Mi/],
    ['8Ei', /less than 8Ei/],
    ['9223372036854775808', /less than 8Ei/],
    ['1e300', /less than 8Ei/],
  ])('refuses %j', (text, message) => {
    expect(() => requireVolumeSize('size', text)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'size',
        message: expect.stringMatching(message),
      }),
    );
  });
});
