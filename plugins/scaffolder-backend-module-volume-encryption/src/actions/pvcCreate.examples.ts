import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const input = {
  entityRef: 'component:default/orders',
  cluster: 'prod',
  namespace: 'payments',
  name: 'orders-data',
  storageClass: 'ceph-block-encrypted',
  size: '10Gi',
};

export const examples: TemplateExample[] = [
  {
    description: 'Make an encrypted volume of a component',
    example: stringify({
      steps: [
        {
          id: 'volume',
          action: 'volume-encryption:pvc:create',
          name: 'Make the volume',
          input,
        },
      ],
    }),
  },
  {
    description: 'Make a block volume, and wait for it longer',
    example: stringify({
      steps: [
        {
          id: 'volume',
          action: 'volume-encryption:pvc:create',
          name: 'Make the volume',
          input: { ...input, volumeMode: 'Block', timeoutSeconds: 900 },
        },
      ],
    }),
  },
];
