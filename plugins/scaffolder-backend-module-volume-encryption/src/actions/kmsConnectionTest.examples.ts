import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'See whether the Vault of a connection answers in the cluster',
    example: stringify({
      steps: [
        {
          id: 'test',
          action: 'volume-encryption:kms-connection:test',
          name: 'Test the connection',
          input: { cluster: 'prod', kmsId: 'vault-tenants' },
        },
      ],
    }),
  },
];
