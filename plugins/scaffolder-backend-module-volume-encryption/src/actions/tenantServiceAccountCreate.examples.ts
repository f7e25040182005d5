import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Give a namespace its own login to Vault',
    example: stringify({
      steps: [
        {
          id: 'access',
          action: 'volume-encryption:tenant-service-account:create',
          name: 'Give the tenant its ServiceAccount',
          input: {
            cluster: 'prod',
            namespace: 'payments',
            kmsId: 'vault-tenant-sa',
          },
        },
      ],
    }),
  },
];
