import { testVolume } from '../kubernetes/testObjects';
import { assessCustody } from './custody';
import { readEvidence } from './evidence';
import { seen, testFacts } from './testFacts';

const driver = 'csi.scaleway.com';

/** Who holds the key of a volume whose mount gets this Secret. */
function custodyOf(secretName: string, volumesOfSecret?: number) {
  const volume = testVolume();
  const volumeOfScaleway = {
    ...volume,
    meta: {
      ...volume.meta,
      annotations: { 'pv.kubernetes.io/provisioned-by': driver },
    },
    csi: {
      driver,
      volumeHandle: 'h',
      attributes: {
        encrypted: 'true',
        'storage.kubernetes.io/csiProvisionerIdentity': `1-${driver}`,
      },
      nodeStageSecret: { namespace: 'payments', name: secretName },
    },
  };
  return assessCustody(
    readEvidence(
      testFacts({ volume: seen(volumeOfScaleway), volumesOfSecret }),
    ),
  );
}

it.each([
  ['luks', 12, /volumes that name it: 12/],
  ['luks', 1, /volumes that name it: 1\./],
  ['luks', undefined, /is not known/],
  ['luks-data', 2, /volumes that name it: 2/],
])('the Secret %s of %s volumes is shared', (name, volumes, says) => {
  const { kind, sharedBy, reasons } = custodyOf(name, volumes);
  expect({ kind, sharedBy }).toEqual({
    kind: 'shared-passphrase',
    sharedBy: volumes,
  });
  expect(reasons).toMatchObject([
    { code: 'passphrase-shared', message: expect.stringMatching(says) },
  ]);
});

it('a Secret that is named after the claim, of this volume alone, is its own', () => {
  expect(custodyOf('luks-data', 1)).toMatchObject({
    kind: 'held-in-secret',
    reasons: [],
  });
});
