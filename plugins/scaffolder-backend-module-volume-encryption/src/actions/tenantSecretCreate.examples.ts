import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Give a namespace its Vault token',
    example: stringify({
      steps: [
        {
          id: 'access',
          action: 'volume-encryption:tenant-secret:create',
          name: 'Give the tenant its token',
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
