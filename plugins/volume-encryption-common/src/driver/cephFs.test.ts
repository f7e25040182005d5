import { cephFs } from './cephFs';

it.each<[Record<string, string>, object]>([
  [{}, { encryption: 'none' }],
  [{ encrypted: 'true' }, { encryption: 'file', kmsId: undefined }],
  [
    { encrypted: 'T', encryptionType: 'file', encryptionKMSID: 'a' },
    { encryption: 'file', kmsId: 'a' },
  ],
])('reads %j', (parameters, expected) => {
  expect(cephFs.readEncryption(parameters)).toEqual(expected);
});

it.each(['false', '0', 'F'])('does not know what "%s" did', encrypted => {
  expect(cephFs.readEncryption({ encrypted })).toEqual({
    encryption: 'unknown',
    why: expect.stringContaining('leave the parameter out'),
  });
});

it.each<Record<string, string>>([
  { encrypted: 'maybe' },
  { encrypted: 'true', encryptionType: 'block' },
  { encrypted: 'true', encryptionType: '' },
])('finds %j invalid', parameters => {
  expect(cephFs.readEncryption(parameters).encryption).toBe('invalid');
});

it('does not take a mount alone for evidence', () => {
  expect(cephFs.mountProvesEncryption).toBe(false);
});
