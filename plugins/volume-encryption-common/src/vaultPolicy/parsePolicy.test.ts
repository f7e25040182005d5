import { parsePolicy } from './parsePolicy';

describe('parsePolicy', () => {
  it('reads paths, capabilities and whatever else a rule demands', () => {
    const text = [
      '# What it is for.',
      'name = "any"',
      'path "csi/+/data/*" { capabilities = ["read", "list"] } // one line',
      '/* several',
      '   lines */',
      'path "/auth/token/create/x" {',
      '  capabilities = [',
      '    "create",',
      '  ]',
      '  allowed_parameters = { "a" = [], "b" = ["c", 1] }',
      '  min_wrapping_ttl = "60s"',
      '  control_group { ttl = 4, on = true }',
      '}',
    ].join('\n');
    expect(parsePolicy(text)).toEqual([
      {
        path: 'csi/+/data/*',
        capabilities: ['read', 'list'],
        restrictions: {},
        line: 3,
      },
      {
        path: 'auth/token/create/x',
        capabilities: ['create'],
        restrictions: {
          allowed_parameters: { a: [], b: ['c', 1] },
          min_wrapping_ttl: '60s',
          control_group: { ttl: 4, on: true },
        },
        line: 6,
      },
    ]);
  });

  it('reads the rules of old', () => {
    expect(parsePolicy('path "a" { policy = "write" }')[0]).toMatchObject({
      capabilities: ['create', 'read', 'update', 'delete', 'list'],
      restrictions: {},
    });
  });

  it('unescapes texts', () => {
    expect(parsePolicy('path "a\\"b" { }')[0].path).toBe('a"b');
  });

  it.each([
    ['path "a" {\n capabilities = ["read"\n', 'Line 3'],
    ['path "a" {}\npath b {}', 'Line 2'],
    ['path "a" {}\n\nrule "b" {}', 'Line 3'],
    ['{"path": {"a": {"capabilities": ["read"]}}}', 'Line 1'],
    ['path "a" { capabilities = <<EOF\nEOF\n}', 'Line 1'],
    ['path "a', 'Line 1'],
    ['path "a\\q" {}', 'Line 1'],
    ['path "a" { b = c }', 'Line 1'],
    ['path "a" { 1 = 2 }', 'Line 1'],
  ])('names the line it does not understand in %j', (text, line) => {
    expect(() => parsePolicy(text)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining(`${line} of the policy`),
      }),
    );
  });
});
