import { capabilitiesAt } from './capabilitiesAt';
import { parsePolicy } from './parsePolicy';

const rules = parsePolicy(
  [
    'a/* read',
    'a/b/* deny',
    'a/+/c list',
    'a/b/d update',
    'e/ list',
    'f/+/+ read',
    'f/+/x update',
    'f/g* list',
    'h/+/i* read',
    'h/+/ij* update',
    'k/* read',
    'k/* list',
    'l/* read',
    'l/* deny',
  ]
    .map(rule => rule.split(' '))
    .map(([path, can]) => `path "${path}" { capabilities = ["${can}"] }`)
    .join('\n'),
);

describe('capabilitiesAt', () => {
  it.each([
    ['a/x', 'read'],
    ['a/b/x', 'deny'],
    ['a/x/c', 'list'],
    ['a/b/c', 'deny'],
    ['a/b/d', 'update'],
    ['a/b/d/', 'update'],
    ['a/b/d/e', 'deny'],
    ['e/', 'list'],
    ['e/x', 'deny'],
    ['f/y/z', 'read'],
    ['f/y/x', 'update'],
    ['f/gy/x', 'list'],
    ['f/y', 'deny'],
    ['f/y/x/z', 'deny'],
    ['h/y/i', 'read'],
    ['h/y/ijk', 'update'],
    ['h/y/ijk/more', 'update'],
    ['h/y/j', 'deny'],
    ['k/x', 'list read'],
    ['l/x', 'deny'],
    ['b', 'deny'],
  ])('is at %s: %s', (path, expected) => {
    expect(capabilitiesAt(rules, path).join(' ')).toBe(expected);
  });
});
