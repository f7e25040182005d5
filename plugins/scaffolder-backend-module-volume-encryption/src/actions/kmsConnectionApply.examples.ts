import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Connect Ceph CSI to a Vault, with a ServiceAccount of each tenant',
    example: stringify({
      steps: [
        {
          id: 'connect',
          action: 'volume-encryption:kms-connection:apply',
          name: 'Set the connection',
          input: {
            cluster: 'prod',
            kmsId: 'vault-tenant-sa',
            options: {
              encryptionKMSType: 'vaulttenantsa',
              vaultAddress: 'https://vault.example.com:8200',
              vaultBackend: 'kv-v2',
            },
          },
        },
      ],
    }),
  },
];
