import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Let claims that name no class have encrypted volumes',
    example: stringify({
      steps: [
        {
          id: 'default',
          action: 'volume-encryption:storage-class:default',
          name: 'Make the class the default',
          input: { cluster: 'prod', storageClass: 'ceph-rbd-encrypted' },
        },
      ],
    }),
  },
];
