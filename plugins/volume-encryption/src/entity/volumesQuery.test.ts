import { readQuery, writeQuery } from './volumesQuery';

const read = (text: string) => readQuery(new URLSearchParams(text));

it('reads the page, counted from 1 on in the address', () => {
  expect(read('page=3&size=50&search=db&volume=a/b/c')).toEqual({
    page: 2,
    size: 50,
    search: 'db',
    volume: 'a/b/c',
  });
});

it.each(['', 'page=0&size=7', 'page=-1', 'page=1.5&size=x', 'page=1e9'])(
  'takes what makes no sense as not said: "%s"',
  text => {
    expect(read(text)).toEqual({
      page: 0,
      size: 20,
      search: '',
      volume: undefined,
    });
  },
);

it('cuts a search that is longer than any name', () => {
  expect(read(`search=${'x'.repeat(300)}`).search).toHaveLength(253);
});

it('writes what is said, and leaves the parameters of others', () => {
  const others = new URLSearchParams('filter=mine&page=9&volume=a/b/c');
  const written = writeQuery(others, {
    page: 2,
    size: 100,
    search: 'a&b',
    volume: undefined,
  });
  expect(`${written}`).toBe('filter=mine&page=3&size=100&search=a%26b');
  const first = { page: 0, size: 20, search: '' };
  expect(`${writeQuery(others, first)}`).toBe('filter=mine');
});
