import { ConfigReader } from '@backstage/config';
import { plainAddresses } from './plainAddresses';
import { readConfig } from './readConfig';

function warningsOf(url: string, address: string): string[] {
  const data = {
    volumeEncryption: {
      clusters: [{ name: 'prod', url, token: 'a' }],
      kms: [{ name: 'vault', address, auth: { token: 'a' } }],
    },
  };
  return plainAddresses(readConfig(new ConfigReader(data)));
}

it('names each system whose credential goes unencrypted', () => {
  expect(warningsOf('http://10.0.0.1:6443', 'http://vault:8200')).toEqual([
    expect.stringMatching(/^Cluster "prod" is reached over plain HTTP/),
    expect.stringMatching(/^KMS "vault" is reached over plain HTTP/),
  ]);
});

it.each([
  ['https://10.0.0.1:6443', 'https://vault:8200'],
  ['http://localhost:6443', 'http://127.0.0.1:8200'],
  ['http://[::1]:6443', 'http://127.0.0.1:8200'],
])('has nothing against %s and %s', (url, address) => {
  expect(warningsOf(url, address)).toEqual([]);
});
