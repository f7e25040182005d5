import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Destroy the keys of an offboarded tenant, for good',
    example: stringify({
      steps: [
        {
          id: 'shred',
          action: 'volume-encryption:tenant:shred',
          name: 'Destroy its keys',
          input: {
            cluster: 'prod',
            namespace: 'payments',
            kmsId: 'vault-tokens',
            confirm: 'prod.payments',
          },
        },
      ],
    }),
  },
];
