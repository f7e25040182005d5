import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Make a namespace a tenant',
    example: stringify({
      steps: [
        {
          id: 'onboard',
          action: 'volume-encryption:tenant:onboard',
          name: 'Onboard the tenant',
          input: {
            cluster: 'prod',
            namespace: 'payments',
            kmsId: 'vault-tokens',
            owner: 'group:default/payments',
            createNamespace: true,
          },
        },
      ],
    }),
  },
];
