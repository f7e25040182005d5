import type { BlastRadius } from 'backstage-plugin-volume-encryption-common';

/**
 * What goes wrong, in a sentence. Volumes that are mounted stay so: it is the
 * next mount that needs the key (ceph-csi, `NodeStageVolume`).
 */
export function blastSentence(radius: BlastRadius): string {
  const { fact, volumes } = radius;
  if (volumes === 0) return noneSentence(fact);
  const hit = hitPhrase(radius);
  const kms = kmsNames(fact);
  switch (fact.type) {
    case 'kms':
      return `If this KMS goes down, ${hit} cannot be mounted again.`;
    case 'tenant':
      return `If this tenant loses its credential or its keys, ${hit} cannot be mounted again.`;
    default:
      return kms
        ? `This class has ${hit}. It asks for keys in KMS ${kms}: if that goes down, those made with it cannot be mounted again.`
        : `This class has ${hit}. It names no KMS that the portal knows.`;
  }
}

/** Such as `3 volumes of 1 component of 1 owner`. */
function hitPhrase({ volumes, total, owners }: BlastRadius): string {
  const all = counted(volumes, 'volume');
  if (total === 0) return `${all} of no component in the catalog`;
  return `${all} of ${counted(total, 'component')} of ${counted(owners, 'owner')}`;
}

function noneSentence({ type }: BlastRadius['fact']): string {
  return type === 'storage-class'
    ? 'No volume is of this class.'
    : 'No volume that could be read has its key there.';
}

function kmsNames({ dependsOn }: BlastRadius['fact']): string {
  return dependsOn
    .filter(id => id.startsWith('kms/'))
    .map(id => id.slice('kms/'.length))
    .join(', ');
}

/** Such as `1 volume` and `1,204 volumes`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
