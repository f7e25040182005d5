import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Publish a class of encrypted RBD volumes',
    example: stringify({
      steps: [
        {
          id: 'class',
          action: 'volume-encryption:storage-class:create',
          name: 'Publish the StorageClass',
          input: {
            cluster: 'prod',
            name: 'ceph-block-encrypted',
            kmsId: 'vault-tenant-sa',
            provisioner: 'rook-ceph.rbd.csi.ceph.com',
            clusterId: 'rook-ceph',
            pool: 'replicapool',
            secretNamespace: 'rook-ceph',
          },
        },
      ],
    }),
  },
];
