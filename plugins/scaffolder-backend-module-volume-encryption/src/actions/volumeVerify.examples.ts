import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const input = {
  entityRef: 'component:default/orders',
  cluster: 'prod',
  namespace: 'payments',
  claim: 'orders-data',
};

export const examples: TemplateExample[] = [
  {
    description: 'Fail unless the volume has a key that the customer holds',
    example: stringify({
      steps: [
        {
          id: 'proof',
          action: 'volume-encryption:volume:verify',
          name: 'Prove that the volume is encrypted',
          input,
        },
      ],
    }),
  },
  {
    description: 'Only report',
    example: stringify({
      steps: [
        {
          id: 'proof',
          action: 'volume-encryption:volume:verify',
          name: 'See whether the volume is encrypted',
          input: { ...input, require: 'nothing' },
        },
      ],
    }),
  },
];
