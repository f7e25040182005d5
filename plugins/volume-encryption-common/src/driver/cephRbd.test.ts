import { cephRbd } from './cephRbd';

it.each<[Record<string, string>, object]>([
  [{}, { encryption: 'none' }],
  [{ encryptionKMSID: 'a' }, { encryption: 'none' }],
  [{ encrypted: 'false' }, { encryption: 'none' }],
  // The classes of ODF for erasure coding carry both.
  [{ encrypted: 'false', encryptionKMSID: '' }, { encryption: 'none' }],
  [{ encrypted: 'true' }, { encryption: 'block', kmsId: undefined }],
  [
    { encrypted: '1', encryptionKMSID: 'a' },
    { encryption: 'block', kmsId: 'a' },
  ],
  [
    { encrypted: 'true', encryptionType: 'block' },
    { encryption: 'block', kmsId: undefined },
  ],
  [
    { encrypted: 'true', encryptionType: 'file' },
    { encryption: 'file', kmsId: undefined },
  ],
  // Keys of parameters are told apart by case.
  [{ Encrypted: 'true' }, { encryption: 'none' }],
])('reads %j', (parameters, expected) => {
  expect(cephRbd.readEncryption(parameters)).toEqual(expected);
});

it.each<[Record<string, string>, string]>([
  [{ encrypted: 'yes' }, 'encrypted is "yes"'],
  [{ encrypted: '' }, 'encrypted is ""'],
  [{ encrypted: 'true', encryptionType: '' }, 'encryptionType is ""'],
  [{ encrypted: 'true', encryptionType: 'Block' }, 'encryptionType is "Block"'],
])('finds %j invalid', (parameters, why) => {
  expect(cephRbd.readEncryption(parameters)).toEqual({
    encryption: 'invalid',
    why: expect.stringContaining(why),
  });
});

it('takes a mount for evidence', () => {
  expect(cephRbd.mountProvesEncryption).toBe(true);
});
