import type { Fields } from './fields';
import type { PersistentVolume, SecretName } from './objects';
import { parseMeta } from './parseMeta';
import { sharedText } from './sharing';

/** Fields of a PersistentVolume's `spec` that are not its source. */
const NOT_A_SOURCE = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'csi',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
]);

/** A volume of any source; only CSI sources are read further. */
export function parsePersistentVolume(object: Fields): PersistentVolume {
  const spec = object.child('spec');
  return {
    kind: 'PersistentVolume',
    meta: parseMeta(object),
    storageClassName: spec.sharedText('storageClassName'),
    reclaimPolicy: spec.sharedText('persistentVolumeReclaimPolicy') ?? 'Retain',
    phase: object.child('status').sharedText('phase') ?? 'Pending',
    claim: claimOf(spec),
    csi: csiOf(spec),
    otherSource: spec.names().find(name => !NOT_A_SOURCE.has(name)),
    flexDriver: spec.child('flexVolume').sharedText('driver'),
    mountOptions: spec.has('mountOptions')
      ? spec.texts('mountOptions')
      : undefined,
    capacity: spec.child('capacity').sharedText('storage'),
  };
}

function claimOf(spec: Fields): PersistentVolume['claim'] {
  if (!spec.has('claimRef')) return undefined;
  const claim = spec.child('claimRef');
  return {
    namespace: sharedText(claim.text('namespace')),
    name: claim.text('name'),
    uid: claim.optionalText('uid'),
  };
}

function csiOf(spec: Fields): PersistentVolume['csi'] {
  if (!spec.has('csi')) return undefined;
  const csi = spec.child('csi');
  return {
    driver: sharedText(csi.text('driver')),
    volumeHandle: csi.text('volumeHandle'),
    attributes: csi.onlyTexts('volumeAttributes'),
    nodeStageSecret: secretOf(csi, 'nodeStageSecretRef'),
    nodePublishSecret: secretOf(csi, 'nodePublishSecretRef'),
  };
}

function secretOf(csi: Fields, name: string): SecretName | undefined {
  if (!csi.has(name)) return undefined;
  const secret = csi.child(name);
  return {
    name: sharedText(secret.text('name')),
    namespace: sharedText(secret.text('namespace')),
  };
}
