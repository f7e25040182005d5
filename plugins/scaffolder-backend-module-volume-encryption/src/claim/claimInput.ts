import type { Zod } from '../operation/operationSchema';

/** What a claim is asked for by, besides whose it is. */
export const claimInput = {
  cluster: (z: Zod) => z.string({ description: 'Name of the cluster' }),
  namespace: (z: Zod) => z.string({ description: 'Namespace of the claim' }),
  name: (z: Zod) => z.string({ description: 'Name of the claim' }),
  storageClass: (z: Zod) => z.string({ description: 'Name of the class' }),
  size: (z: Zod) => z.string({ description: 'Kubernetes quantity, as 10Gi' }),
  accessMode: (z: Zod) =>
    z
      .enum(['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'], {
        description: 'ReadWriteOnce if absent',
      })
      .optional(),
  volumeMode: (z: Zod) =>
    z
      .enum(['Filesystem', 'Block'], {
        description: 'Filesystem if absent',
      })
      .optional(),
};
