import { readEncryptionParameters } from './readEncryptionParameters';

const parameters = { encrypted: 'false', encryptionKMSID: 'a' };

it.each([
  ['rook-ceph.rbd.csi.ceph.com', 'none'],
  ['rook-ceph.cephfs.csi.ceph.com', 'unknown'],
  ['ebs.csi.aws.com', 'unknown'],
  ['', 'unknown'],
])('asks the profile of %s', (driver, encryption) => {
  expect(readEncryptionParameters(driver, parameters).encryption).toBe(
    encryption,
  );
});

it('names the driver that it does not know', () => {
  const asked = readEncryptionParameters('ebs.csi.aws.com', {});
  expect(asked).toMatchObject({
    why: expect.stringContaining('ebs.csi.aws.com'),
  });
});
