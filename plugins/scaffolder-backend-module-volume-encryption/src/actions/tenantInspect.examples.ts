import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Fail when a tenant is not as it should be',
    example: stringify({
      steps: [
        {
          id: 'inspect',
          action: 'volume-encryption:tenant:inspect',
          name: 'Look at the tenant',
          input: { cluster: 'prod', namespace: 'payments', failOn: 'warning' },
        },
      ],
    }),
  },
];
