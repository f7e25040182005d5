import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Look at what a volume would need before it is made',
    example: stringify({
      steps: [
        {
          id: 'preflight',
          action: 'volume-encryption:preflight',
          name: 'Look ahead',
          input: {
            entityRef: 'component:default/orders',
            cluster: 'prod',
            namespace: 'payments',
            name: 'orders-data',
            storageClass: 'ceph-block-encrypted',
            size: '10Gi',
          },
        },
      ],
    }),
  },
];
