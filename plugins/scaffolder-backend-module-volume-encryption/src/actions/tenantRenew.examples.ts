import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Prolong the token of a tenant',
    example: stringify({
      steps: [
        {
          id: 'renew',
          action: 'volume-encryption:tenant:renew',
          name: 'Prolong its token',
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
