import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Remove a connection that nothing names',
    example: stringify({
      steps: [
        {
          id: 'disconnect',
          action: 'volume-encryption:kms-connection:remove',
          name: 'Remove the connection',
          input: { cluster: 'prod', kmsId: 'vault-former' },
        },
      ],
    }),
  },
];
