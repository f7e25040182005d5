import type { DiagnosisRule } from './diagnosisRule';

/** Texts of other drivers whose plain words mislead; as their users report them. */
export const otherDriverRules: readonly DiagnosisRule[] = [
  {
    code: 'cloud-key-refused',
    pattern:
      /failed to get an available volume in EC2: InvalidVolume|timed out waiting for volume to create: [^\n]*InvalidVolume\.NotFound/,
    owner: 'platform-team',
    cause:
      'AWS made the volume and took it back at once. Mostly the driver may not use the KMS key of the class.',
    nextStep:
      "Let the driver's IAM role use the key: kms:CreateGrant, kms:Decrypt and kms:GenerateDataKeyWithoutPlaintext, in the role and in the key's own policy.",
    link: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/1140',
  },
  {
    code: 'cloud-key-refused',
    pattern: /CustomerKeyHasBeenRevoked/,
    owner: 'platform-team',
    cause:
      'AWS cannot use the KMS key of the volume: it is disabled, deleted, or its grant is gone.',
    nextStep:
      "Enable the key again, or renew the grant of the driver's IAM role.",
    link: 'https://github.com/kubernetes/kubernetes/issues/62171',
  },
  {
    code: 'cloud-request-differs',
    pattern: /Parameters on this idempotent request are inconsistent/,
    owner: 'platform-team',
    cause:
      'An earlier try made this volume otherwise, and AWS took it back. The first failure is the cause; often it is the right to the KMS key.',
    nextStep:
      "Check the right of the driver's IAM role to the key of the class, then make the claim again.",
    link: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/2441',
  },
  {
    code: 'cloud-right-missing',
    pattern: /UnauthorizedOperation: You are not authorized/,
    owner: 'platform-team',
    cause: "The cloud does not let the driver's identity do this.",
    nextStep:
      "Give the driver's identity the rights that its documentation names.",
    link: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/1449',
  },
  {
    code: 'cloud-right-missing',
    pattern:
      /LinkedAuthorizationFailed[\s\S]*permission to perform action(?:\(s\))? '(?<action>[^']+)'/,
    owner: 'platform-team',
    cause: "Azure does not let the driver's identity $<action>.",
    nextStep:
      "Give the driver's identity that right on the disk encryption set of the class (Reader is enough).",
    link: 'https://github.com/kubernetes-sigs/azuredisk-csi-driver/issues/2609',
  },
  {
    code: 'passphrase-not-set',
    pattern: /could not set LUKS volume passphrase/,
    owner: 'storage-admin',
    cause:
      'Trident could not open the volume with the passphrase, and does not say why.',
    nextStep:
      "Compare the names of passphrases in the TridentVolume with the node-stage Secret; Trident's log of level debug has the cause.",
    link: 'https://github.com/NetApp/trident/issues/1095',
  },
  {
    code: 'encrypted-as-plain',
    pattern: /already formatted with other filesystem: crypto_LUKS/,
    owner: 'storage-admin',
    cause:
      'The volume is encrypted, and its driver takes it for one that is not.',
    nextStep:
      'Do not format it. With Trident, import it with the annotation trident.netapp.io/luksEncryption.',
    link: 'https://github.com/NetApp/trident/issues/849',
  },
];
