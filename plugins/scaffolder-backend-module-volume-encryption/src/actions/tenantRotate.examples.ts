import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Rotate the credential of a tenant',
    example: stringify({
      steps: [
        {
          id: 'rotate',
          action: 'volume-encryption:tenant:rotate',
          name: 'Rotate its credential',
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
