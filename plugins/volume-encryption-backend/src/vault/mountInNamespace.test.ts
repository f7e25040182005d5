import { mountInNamespace } from './mountInNamespace';

it.each([
  [undefined, 'team/csi/a.b', 'team/csi/a.b'],
  ['team', 'team/csi/a.b', 'csi/a.b'],
  ['team', 'team/team/csi', 'team/csi'],
  ['team', 'team/sub/csi', 'sub/csi'],
  ['team/sub', 'team/sub/csi', 'csi'],
])('within %j, %j is %j', (namespace, mount, expected) => {
  expect(mountInNamespace(mount, { name: 'vault', namespace })).toBe(expected);
});

it.each(['csi/a.b', 'teams/csi', 'other/csi', 'team'])(
  'does not take %j for a mount within another namespace',
  mount => {
    const ask = () =>
      mountInNamespace(mount, { name: 'vault', namespace: 'team' });
    expect(ask).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'vaultNamespace',
      }),
    );
  },
);
