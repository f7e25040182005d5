import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Let a namespace serve a group',
    example: stringify({
      steps: [
        {
          id: 'consent',
          action: 'volume-encryption:namespace:consent',
          name: 'Set whom it serves',
          input: {
            cluster: 'prod',
            namespace: 'payments',
            owner: 'group:default/payments',
          },
        },
      ],
    }),
  },
];
