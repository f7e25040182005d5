import { parseObject } from './parseObject';
import { sharedList, sharedMap, sharedText } from './sharing';

function parsed(name: string, labels: object) {
  const creationTimestamp = '2026-03-01T10:00:00Z';
  const raw = { metadata: { name, creationTimestamp, labels } };
  return parseObject('Namespace', JSON.parse(JSON.stringify(raw)));
}

it('holds labels once that many objects have alike', () => {
  const [one, other] = ['a', 'b'].map(name => parsed(name, { app: 'web' }));
  expect(other.meta.labels).toBe(one.meta.labels);
  expect(parsed('c', { app: 'db' }).meta.labels).toEqual({ app: 'db' });
  expect(one.meta.labels).toEqual({ app: 'web' });
});

it('gives back what it is given, however much that is', () => {
  for (let i = 0; i < 50_000; i++) {
    const text = `text-${i}`;
    if (sharedText(text) !== text) throw new Error(text);
  }
  expect(sharedMap({ a: '1' })).toEqual({ a: '1' });
  expect(sharedList(['a', 'b'])).toEqual(['a', 'b']);
  expect(sharedList(['a,b'])).toEqual(['a,b']);
});

it('lets nobody change for all what is shared', () => {
  const map = sharedMap({ b: '2' });
  expect(() => Object.assign(map, { b: '3' })).toThrow(TypeError);
});
