import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'See whether a class makes encrypted volumes for a tenant',
    example: stringify({
      steps: [
        {
          id: 'test',
          action: 'volume-encryption:storage-class:test',
          name: 'Test the class',
          input: {
            cluster: 'prod',
            namespace: 'payments',
            storageClass: 'ceph-rbd-encrypted',
          },
        },
      ],
    }),
  },
];
