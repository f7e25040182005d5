import { bytesText } from './bytesText';

it.each([
  [0, '0 B'],
  [1023, '1,020 B'],
  [1024, '1 KiB'],
  [1.5 * 1024 ** 4, '1.5 TiB'],
  [123 * 1024 ** 3, '123 GiB'],
  [2000 * 1024 ** 6, '2,000 EiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
