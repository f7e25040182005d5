import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: "Change the key of a component's volume every week",
    example: stringify({
      steps: [
        {
          id: 'rotation',
          action: 'volume-encryption:key-rotation:schedule',
          name: 'Set the schedule',
          input: {
            entityRef: 'component:default/orders',
            cluster: 'prod',
            namespace: 'payments',
            claim: 'orders-data',
            schedule: '@weekly',
          },
        },
      ],
    }),
  },
];
