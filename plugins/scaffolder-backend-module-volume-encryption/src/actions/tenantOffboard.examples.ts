import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Offboard a tenant',
    example: stringify({
      steps: [
        {
          id: 'offboard',
          action: 'volume-encryption:tenant:offboard',
          name: 'Take its access away',
          input: {
            cluster: 'prod',
            namespace: 'payments',
            kmsId: 'vault-tokens',
          },
        },
      ],
    }),
  },
];
