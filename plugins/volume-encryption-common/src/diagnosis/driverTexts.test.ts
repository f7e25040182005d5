import { diagnose } from './diagnose';
import { eventOf, podEventOf, vaultAnswer } from './testEvents';

const UUID = '6a4f1d3e-1c1b-4f0e-9c57-0d6f1b2a3c4d';
const STAGE =
  'MountVolume.MountDevice failed for volume "pvc-1" : rpc error: code = Internal desc = ';
const KMS = `${STAGE}invalid encryption kms configuration: `;
const LOGIN = `${KMS}failed connecting to Vault: failed to get the authentication token: unable to log in with Kubernetes auth: `;

const loginAnswer = (status: number, errors: string) =>
  `${LOGIN}Error making API request.\n\nURL: PUT https://vault.example/v1/auth/kubernetes/login\nCode: ${status}. Errors:\n\n* ${errors}`;

/** Texts of a pod that waits for its volume; from the sources of Ceph CSI. */
const mountTexts: [code: string, says: RegExp, text: string][] = [
  [
    'key-missing',
    /not where the driver looks/,
    `${STAGE}error generating volume ${UUID}: No Secret Data found for Secret ID`,
  ],
  [
    'vault-denied',
    /denies the tenant its mount "csi\/a"/,
    `${STAGE}failed to get secret: backendPath=csi/a, backendV2=true, namespace=, secretID=x: ${vaultAnswer(
      UUID,
      403,
      '* permission denied',
    )}`,
  ],
  [
    'vault-denied',
    /denies the tenant\./,
    `${KMS}${vaultAnswer(UUID, 403, '')}`,
  ],
  [
    'vault-role-not-bound',
    /service account name not authorized/,
    loginAnswer(403, 'service account name not authorized'),
  ],
  [
    'vault-role-not-bound',
    /namespace not authorized/,
    loginAnswer(403, 'namespace not authorized'),
  ],
  [
    'vault-role-missing',
    /no role "csi-kubernetes"/,
    loginAnswer(400, 'invalid role name "csi-kubernetes"'),
  ],
  ['vault-login-refused', /login/, loginAnswer(403, 'permission denied')],
  [
    'vault-login-refused',
    /login/,
    `${KMS}failed to renew token: get auth token for payments namespace: x`,
  ],
  [
    'vault-unreachable',
    /https:\/\/vault\.example\./,
    `${LOGIN}Put "https://vault.example/v1/auth/kubernetes/login": dial tcp: lookup vault.example: no such host`,
  ],
  [
    'vault-unreachable',
    /does not reach/,
    `${LOGIN}Put "https://vault.example/v1/auth/kubernetes/login": context deadline exceeded`,
  ],
  [
    'vault-certificate-refused',
    /certificate signed by unknown authority/,
    `${LOGIN}Put "https://vault.example/v1/auth/kubernetes/login": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
  ],
  [
    'vault-mount-missing',
    /no mount "secret"/,
    `${KMS}Secrets engine with mount path 'secret' not found`,
  ],
  [
    'vault-mount-wants-cas',
    /cas_required/,
    `${STAGE}${vaultAnswer(
      UUID,
      400,
      '* check-and-set parameter required for this call',
    )}`,
  ],
  ['vault-refused', /status 500/, `${STAGE}${vaultAnswer(UUID, 500, '* oh')}`],
  [
    'token-secret-empty',
    /is empty/,
    `${KMS}failed connecting to Vault: failed to get the authentication token: VAULT_TOKEN or VAULT_AUTH_METHOD not set`,
  ],
  [
    'driver-not-allowed',
    /\(system:serviceaccount:rook-ceph:csi\) to get secrets/,
    `${KMS}failed fetching token from payments/ceph-csi-kms-token: secrets "ceph-csi-kms-token" is forbidden: User "system:serviceaccount:rook-ceph:csi" cannot get resource "secrets" in API group "" in the namespace "payments"`,
  ],
  [
    'service-account-token-refused',
    /ceph-csi-vault-sa in namespace payments/,
    `${KMS}failed setting up token for payments/ceph-csi-vault-sa: failed to find/create ServiceAccount token payments/ceph-csi-vault-sa: failed to create token for service account`,
  ],
  [
    'tenant-config-unreadable',
    /ConfigMap ceph-csi-kms-config in namespace payments/,
    `${KMS}failed to parse config for tenant: failed to get config (ceph-csi-kms-config) for tenant (payments): timeout`,
  ],
  [
    'kms-certificate-missing',
    /certificate/,
    `${KMS}failed to get CA certificate from secret vault-ca: not found`,
  ],
  [
    'connection-option-invalid',
    /empty vaultAuthPath/,
    `${KMS}failed to set "vaultAuthPath" in Vault config: path is empty`,
  ],
  [
    'connection-option-invalid',
    /option vaultCAVerify .*only strings/,
    `${KMS}configuration option not valid: expected string for "vaultCAVerify", but got bool`,
  ],
  [
    'connection-option-invalid',
    /lacks the option vaultAddress/,
    `${KMS}configuration option not set: vaultAddress`,
  ],
  [
    'connection-type-missing',
    /no type/,
    `${KMS}failed to get KMS provider, missingconfiguration option "encryptionKMSType" or "KMS_PROVIDER"`,
  ],
  [
    'connection-unknown',
    /"gone", which Ceph CSI does not have/,
    `${KMS}could not get KMS configuration for "gone"`,
  ],
  [
    'connection-type-missing',
    /no type/,
    `${KMS}could not convert KMS providertype (7) to string`,
  ],
  [
    'connection-malformed',
    /"other" in the mounted config.json/,
    `${KMS}failed to convert KMS configuration section: other`,
  ],
  [
    'connections-unreadable',
    /no encrypted volume can be made or mounted/,
    `${KMS}failed to parse KMS configuration: unexpected end of JSON input`,
  ],
  [
    'connections-unreadable',
    /cannot read its KMS connections/,
    `${KMS}failed to read KMS configuration: open /etc/x: permission denied`,
  ],
  [
    'passphrase-missing',
    /one shared passphrase/,
    `${KMS}missing encryption passphrase in secrets`,
  ],
  [
    'image-half-formatted',
    /did not finish/,
    `${STAGE}rbd image replicapool/csi-vol-${UUID} found mounted with unexpected encryption status `,
  ],
  [
    'image-not-empty',
    /not encrypted/,
    `${STAGE}can not encrypt rbdImage replicapool/csi-vol-${UUID} that already has file system: ext4`,
  ],
  [
    'format-failed',
    /cryptsetup/,
    `${STAGE}failed to encrypt rbd image replicapool/csi-vol-${UUID}: exit status 1`,
  ],
  [
    'file-encryption-failed',
    /encrypted directory/,
    `${STAGE}fscrypt: unsupported state metadata=true kernel_policy=false`,
  ],
  [
    'driver-not-on-node',
    /rook-ceph\.rbd\.csi\.ceph\.com/,
    'MountVolume.MountDevice failed for volume "pvc-1" : kubernetes.io/csi: attacher.MountDevice failed to create newCsiDriverClient: driver name rook-ceph.rbd.csi.ceph.com not found in the list of registered CSI drivers',
  ],
  [
    'volume-in-use',
    /Another node/,
    'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) app-1',
  ],
  [
    'volume-in-use',
    /Another node/,
    `${STAGE}rbd image replicapool/csi-vol-${UUID} is still being used`,
  ],
  [
    'attach-timeout',
    /not attached in time/,
    'AttachVolume.Attach failed for volume "pvc-1" : timed out waiting for external-attacher of rbd.csi.ceph.com CSI driver to attach volume x',
  ],
  [
    'operation-pending',
    /still busy/,
    'MapVolume.SetUpDevice failed for volume "pvc-1" : rpc error: code = Aborted desc = an operation with the given Volume ID x already exists',
  ],
  [
    'driver-timeout',
    /not answer in time/,
    'MountVolume.MountDevice failed for volume "pvc-1" : rpc error: code = DeadlineExceeded desc = context deadline exceeded',
  ],
];

it.each(mountTexts)(
  'explains %s to who waits for a mount',
  (code, says, text) => {
    const [diagnosis] = diagnose([podEventOf({ message: text })]);
    expect(diagnosis).toMatchObject({ code, raw: text });
    expect(diagnosis.cause).toMatch(says);
  },
);

/** Texts of a claim whose class, source or namespace does not fit. */
const claimTexts: [code: string, says: RegExp, text: string][] = [
  [
    'passphrase-missing',
    /one shared passphrase/,
    'failed to init KMS: invalid encryption kms configuration: missing encryption passphrase in secrets',
  ],
  ['csi-secret-incomplete', /no Ceph user/, 'provided secret is empty'],
  [
    'ceph-refused',
    /rados -13/,
    'failed to get connection: connecting failed: rados: ret=-13, Permission denied',
  ],
  ['storage-full', /full/, 'rados: ret=-122, Disk quota exceeded'],
  [
    'class-invalid',
    /ParseBool: parsing "yes": invalid syntax/,
    'strconv.ParseBool: parsing "yes": invalid syntax',
  ],
  [
    'class-invalid',
    /only supported type is 'file'/,
    "unsupported encryption type block. only supported type is 'file'",
  ],
  [
    'access-mode-unsupported',
    /raw block device/,
    'multi node access modes are only supported on rbd `block` type volumes',
  ],
  ['volume-mode-unsupported', /CephFS/, 'block volume not supported'],
  [
    'source-unfit',
    /source of this claim is unencrypted, and the class asks for encrypted/,
    'cannot create encrypted volume from unencrypted volume',
  ],
  [
    'class-changed',
    /another KMS connection/,
    'internal state inconsistent, omap encryption KMS mismatch, request KMS (a) volume UUID (b) volume omap KMS (c)',
  ],
  [
    'quota-exceeded',
    /ResourceQuota "storage"/,
    'persistentvolumeclaims "data" is forbidden: exceeded quota: storage, requested: requests.storage=10Gi, used: requests.storage=95Gi, limited: requests.storage=100Gi',
  ],
];

it.each(claimTexts)(
  'explains %s to who waits for a claim',
  (code, says, text) => {
    const [diagnosis] = diagnose([
      eventOf({ message: `rpc error: code = InvalidArgument desc = ${text}` }),
    ]);
    expect(diagnosis.code).toBe(code);
    expect(diagnosis.cause).toMatch(says);
  },
);
