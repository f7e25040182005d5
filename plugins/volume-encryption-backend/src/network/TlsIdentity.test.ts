import { createSecureContext } from 'node:tls';
import { createAuthority } from 'testbed';
import { requireUsable } from './TlsIdentity';

const authority = createAuthority('of the test');
const { certificate } = authority;
const own = authority.issue({ hosts: ['portal'] });
const broken = certificate.slice(0, 300) + certificate.slice(364);

it.each<[string, string | Buffer]>([
  ['one certificate', certificate],
  ['several, with words between', `${certificate}\n# and:\n${own.cert}`],
  ['bytes', Buffer.from(certificate)],
])('trusts %s', (_, ca) => {
  expect(() => requireUsable({ ca })).not.toThrow();
});

const useless: [string, string][] = [
  ['nothing', ''],
  ['no PEM', 'canary'],
  ['a key', own.key],
  ['a broken certificate', broken],
  ['a broken one after another', certificate + broken],
  ['half of a certificate', certificate.slice(0, 500)],
];

it.each(useless)('does not take %s for certificates to trust', (_, ca) => {
  expect(() => requireUsable({ ca })).toThrow(
    expect.objectContaining({ part: 'authorities' }),
  );
});

it.each(useless)('Node.js itself still takes %s for them', (_, ca) => {
  expect(() => createSecureContext({ ca })).not.toThrow();
});

it('takes a certificate and its key', () => {
  expect(() => requireUsable(own)).not.toThrow();
});

it.each([
  ['no PEM', { ...own, cert: 'canary' }],
  ['no key', { ...own, key: 'canary' }],
  [
    'the key of another',
    { ...own, key: createAuthority('x').issue({ hosts: ['x'] }).key },
  ],
  ['a broken certificate', { ...own, cert: broken }],
])('does not take %s for its own certificate', (_, identity) => {
  expect(() => requireUsable(identity)).toThrow(
    expect.objectContaining({
      part: 'own certificate',
      message: expect.not.stringContaining('canary'),
    }),
  );
});
