import type { KmsConnectionList } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { shredderRead } from './shredderRead';

/** `GET /clusters/{cluster}/kms-connections` */
export function getKmsConnections(parts: HttpParts) {
  return shredderRead(
    parts,
    'kms-connections-read',
    async ({ params }, mayReadAll) => {
      const all = await parts.status.kmsConnections(params.cluster);
      return mayReadAll ? all : { ...all, items: all.items.map(inShort) };
    },
  );
}

/** What is needed to choose one, and why one cannot be chosen. */
function inShort({
  cluster,
  kmsId,
  kmsType,
  reasons,
}: KmsConnectionList['items'][number]) {
  return { cluster, kmsId, kmsType, reasons };
}
