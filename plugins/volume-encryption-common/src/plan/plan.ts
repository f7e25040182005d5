import type { OperationRequest, Reason } from '../contract/api';
import type { Manifest } from '../kubernetes/objects';

/**
 * One idempotent change. Told apart by `kind`; applied in the plan's order.
 *
 * - `apply`: server-side apply of a manifest that we own
 * - `ensure-mount`: a KV v2 mount in Vault
 * - `deliver-token`: mint from a token role and put into a Secret, in one step
 *   because the token must exist nowhere between the two
 *
 * @public
 */
export type Step =
  | {
      kind: 'apply';
      id: string;
      title: string;
      change: Change;
      cluster: string;
      manifest: Manifest;
    }
  | {
      kind: 'ensure-mount';
      id: string;
      title: string;
      change: Change;
      kms: string;
      /** Mount path without slashes at the ends, such as `csi/prod.payments`. */
      path: string;
    }
  | {
      kind: 'deliver-token';
      id: string;
      title: string;
      change: Change;
      kms: string;
      cluster: string;
      namespace: string;
      /** Name of the Secret; its data key is `token`. */
      secretName: string;
      /** Tenant id, the entity alias of the token. */
      tenantId: string;
    };

/** What a step would do to the state the plan was made from. @public */
export type Change = 'create' | 'update' | 'none';

/**
 * A frozen list of steps, with what the reader should know before it runs.
 *
 * @public
 */
export interface Plan {
  operation: OperationRequest['operation'];
  steps: readonly Step[];
  notes: readonly Reason[];
}
