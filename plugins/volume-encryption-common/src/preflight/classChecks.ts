import type { PreflightCheck } from '../contract/api';
import { cephDriverOf } from '../driver/driverProfiles';
import { valueOf } from '../observation/observed';
import { claimManifest } from '../plan/claimManifest';
import {
  requireEncryptedClass,
  requireModesOfDriver,
} from '../plan/requireEncryptedClass';
import { adviceOf } from './adviceOf';
import { blocked, ok, unread, warning, type Check } from './Check';
import { classKmsId } from './classConnection';
import { refusalOf } from './refusalOf';

/** Is the class there, and does each of its volumes get a key of its own? */
export const classCheck: Check = ({ storageClass, request }) => {
  const about = 'storage-class';
  const name = request.storageClass;
  if (storageClass.status === 'unknown') {
    const what = `What StorageClass "${name}" asks for, and with it KMS connection, KMS and driver,`;
    return [unread(about, what, storageClass)];
  }
  const { value } = storageClass;
  const refusal = refusalOf(() => requireEncryptedClass(value, name));
  if (refusal || !value) return [unfit(refusal ?? '', value === undefined)];
  const kmsId = classKmsId(value);
  if (kmsId) {
    const message = `StorageClass "${name}" asks for encryption with KMS connection "${kmsId}".`;
    return [ok(about, message)];
  }
  return [
    warning(
      about,
      `StorageClass "${name}" asks for encryption and names no KMS connection: one passphrase in a Secret opens all of its volumes, and this one gets no key of its own.`,
      {
        ...adviceOf('passphrase-missing'),
        owner: 'developer',
        nextStep: 'Choose a class that names an encryptionKMSID.',
      },
    ),
  ];
};

function unfit(refusal: string, isMissing: boolean): PreflightCheck {
  return blocked('storage-class', refusal, {
    ...(isMissing && adviceOf('storage-class-missing')),
    owner: 'developer',
    nextStep:
      'Choose an encrypted class, or ask the platform team to publish one with the template "Encrypted storage class".',
  });
}

/**
 * Without them Ceph CSI has no user for Ceph (ceph-csi `docs/rbd/deploy.md`). The
 * second names are older ones that external-provisioner takes as well.
 */
const SECRETS = [
  ['csi.storage.k8s.io/provisioner-secret-name', 'csiProvisionerSecretName'],
  [
    'csi.storage.k8s.io/provisioner-secret-namespace',
    'csiProvisionerSecretNamespace',
  ],
  ['csi.storage.k8s.io/node-stage-secret-name', 'csiNodeStageSecretName'],
  [
    'csi.storage.k8s.io/node-stage-secret-namespace',
    'csiNodeStageSecretNamespace',
  ],
];

/** Does the class of Ceph CSI name the Secrets of its driver? */
export const classSecretsCheck: Check = ({ storageClass, request }) => {
  const about = 'class-secrets';
  const { provisioner, parameters } = valueOf(storageClass) ?? {};
  if (!provisioner || !parameters || !cephDriverOf(provisioner)) return [];
  const title = `StorageClass "${request.storageClass}"`;
  const missing = SECRETS.filter(
    names => !names.some(it => parameters[it]),
  ).map(([name]) => name);
  if (missing.length === 0) {
    const message = `${title} names the Secrets of its driver. What is in them the portal may not see.`;
    return [ok(about, message)];
  }
  return [
    blocked(about, `${title} does not name ${missing.join(', ')}.`, {
      ...adviceOf('csi-secret-incomplete'),
      owner: 'platform-team',
      nextStep:
        'Publish a corrected class under another name; the parameters of a class cannot be changed.',
    }),
  ];
};

/** Can Ceph CSI make a volume of this access and volume mode? */
export const accessModeCheck: Check = ({
  storageClass,
  request,
  kubernetesId,
}) => {
  const value = valueOf(storageClass);
  if (!value || !cephDriverOf(value.provisioner)) return [];
  const manifest = claimManifest(request, kubernetesId);
  const { accessModes, volumeMode } = manifest.spec;
  const refusal = refusalOf(() => requireModesOfDriver(value, manifest));
  const about = 'access-mode';
  if (!refusal) {
    const asked = `${accessModes.join(', ')} (${volumeMode})`;
    return [ok(about, `${asked} is what the driver can do.`)];
  }
  const rule =
    volumeMode === 'Block'
      ? 'volume-mode-unsupported'
      : 'access-mode-unsupported';
  return [blocked(about, refusal, adviceOf(rule))];
};

/** When will the volume be made? */
export const bindingModeCheck: Check = ({ storageClass }) => {
  const mode = valueOf(storageClass)?.bindingMode;
  if (!mode) return [];
  const waits = mode === 'WaitForFirstConsumer';
  const message = waits
    ? 'The volume is made when the first pod uses the claim (WaitForFirstConsumer). Until then the claim is Pending, which is no failure.'
    : 'The volume is made at once (Immediate), before any pod uses the claim.';
  return [ok('binding-mode', message)];
};
