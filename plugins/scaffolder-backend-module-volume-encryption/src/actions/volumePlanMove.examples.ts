import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const input = {
  entityRef: 'component:default/orders',
  cluster: 'prod',
  namespace: 'payments',
  claim: 'orders-data',
  storageClass: 'ceph-block-encrypted',
};

export const examples: TemplateExample[] = [
  {
    description: 'Plan the move of a volume to an encrypted class',
    example: stringify({
      steps: [
        {
          id: 'move',
          action: 'volume-encryption:volume:plan-move',
          name: 'Plan the move',
          input,
        },
      ],
    }),
  },
  {
    description: 'Write the plan to a folder that a later step publishes',
    example: stringify({
      steps: [
        {
          id: 'move',
          action: 'volume-encryption:volume:plan-move',
          name: 'Plan the move',
          input: { ...input, targetPath: 'volumes/orders-data' },
        },
        {
          id: 'publish',
          action: 'publish:github:pull-request',
          name: 'Open a pull request',
          input: {
            repoUrl: 'github.com?owner=payments&repo=deploy',
            branchName: 'encrypt-orders-data',
            title: 'Move orders-data to an encrypted volume',
            description: '${{ steps.move.output.report }}',
            sourcePath: 'volumes',
            targetPath: 'volumes',
          },
        },
      ],
    }),
  },
];
