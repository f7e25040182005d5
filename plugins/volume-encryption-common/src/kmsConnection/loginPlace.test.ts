import { loginPlace } from './loginPlace';
import { testConnection } from './testConnection';

const placeIn = (options: Record<string, string>) =>
  loginPlace(testConnection('vaulttenantsa', options));

it('has defaults for what is not there', () => {
  expect(placeIn({})).toEqual({
    mount: 'kubernetes',
    role: 'csi-kubernetes',
    namespace: '',
  });
});

it('has none for what is empty', () => {
  const place = placeIn({ vaultAuthPath: '', vaultRole: '' });
  expect(place).toMatchObject({ mount: '', role: '' });
});

it.each([
  ['/v1/auth/kubernetes/login', 'kubernetes'],
  ['auth/team/k8s/login/', 'team/k8s'],
  ['auth/k8s', 'k8s'],
  ['/k8s/', 'k8s'],
  ['k8s/login', 'k8s/login'],
  ['auth/login', 'auth/login'],
  ['auth/auth/k8s/login', 'k8s'],
  ['login/auth/k8s', 'login/auth/k8s'],
])('reads %s as the mount %s', (vaultAuthPath, mount) => {
  expect(placeIn({ vaultAuthPath })).toMatchObject({ mount });
});

it('logs in to the namespace of the keys unless told otherwise', () => {
  const vaultNamespace = '/team/';
  expect(placeIn({ vaultNamespace })).toMatchObject({ namespace: 'team' });
  const namespaceWith = (vaultAuthNamespace: string) =>
    placeIn({ vaultNamespace, vaultAuthNamespace }).namespace;
  expect(namespaceWith('')).toBe('team');
  expect(namespaceWith('other')).toBe('other');
});
