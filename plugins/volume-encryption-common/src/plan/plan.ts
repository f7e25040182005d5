import type { OperationRequest, Reason } from '../contract/api';
import type {
  Manifest,
  ObjectPatch,
  ObjectTarget,
} from '../kubernetes/objects';

/**
 * One idempotent change. Told apart by `kind`; applied in the plan's order.
 *
 * - `apply`: server-side apply of a manifest that we own
 * - `request-project`: OpenShift makes a namespace for whom may not make one
 * - `ensure-mount`: a KV v2 mount in Vault
 * - `deliver-token`: mint from a token role and put into a Secret, in one step
 *   because the token must exist nowhere between the two; a former token ends
 *   when the new one is verified and in place
 * - `patch`: one conditional change of an object as it was looked at
 * - `delete`: of an object as it was looked at
 * - `renew-token`, `revoke-tokens`: of the tenant's recorded credentials, by
 *   accessor
 * - `destroy-keys`: every version of every key of a mount, for good, with a
 *   receipt
 * - `remove-mount`: of a mount without keys
 * - `kms-test`: a Job that asks a Vault how it is; it is removed however it ends
 * - `smoke-test`: a claim and a Job that uses it; both are removed however it ends
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
      kind: 'request-project';
      id: string;
      title: string;
      change: Change;
      cluster: string;
      request: ProjectRequest;
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
    }
  | {
      kind: 'patch';
      id: string;
      title: string;
      change: Change;
      cluster: string;
      target: ObjectTarget;
      patch: ObjectPatch;
    }
  | {
      kind: 'delete';
      id: string;
      title: string;
      change: Change;
      cluster: string;
      target: ObjectTarget;
      /**
       * Made in its place by the next step: the cluster is asked beforehand
       * whether it would take it, it must be gone by then, and nothing but an
       * answer comes between the two.
       */
      replacement?: Manifest;
    }
  | {
      kind: 'renew-token' | 'revoke-tokens';
      id: string;
      title: string;
      change: Change;
      kms: string;
      cluster: string;
      namespace: string;
      tenantId: string;
    }
  | {
      kind: 'destroy-keys' | 'remove-mount';
      id: string;
      title: string;
      change: Change;
      kms: string;
      /** Mount path without slashes at the ends. */
      path: string;
      cluster: string;
      namespace: string;
      tenantId: string;
    }
  | {
      kind: 'smoke-test';
      id: string;
      title: string;
      change: Change;
      cluster: string;
      namespace: string;
      claim: Manifest;
      job: Manifest;
      /** The volume is made when a pod that uses the claim is put on a node. */
      waitsForPod: boolean;
    }
  | {
      kind: 'kms-test';
      id: string;
      title: string;
      change: Change;
      cluster: string;
      job: Manifest;
    };

/** A Job that asks a Vault how it is. @public */
export type KmsTestStep = Extract<Step, { kind: 'kms-test' }>;

/** A claim and a Job on it, as they are made for a smoke test. @public */
export type SmokeTestStep = Extract<Step, { kind: 'smoke-test' }>;

/**
 * What is sent to OpenShift's `projectrequests`. It is no object that stays: a
 * Project is the answer, and a Namespace of the same name is there (openshift/api
 * project/v1/types.go).
 *
 * @public
 */
export interface ProjectRequest {
  apiVersion: 'project.openshift.io/v1';
  kind: 'ProjectRequest';
  metadata: { name: string };
  description: string;
}

/** What a step would do to the state the plan was made from. @public */
export type Change = 'create' | 'update' | 'delete' | 'none';

/**
 * A frozen list of steps, with what the reader should know before it runs.
 *
 * @public
 */
export interface Plan {
  operation: OperationRequest['operation'];
  steps: readonly Step[];
  notes: readonly Reason[];
  /** Absent where the plan leaves it as it is. */
  consent?: ConsentChange;
}

/** Whom a namespace serves, as entity refs; absent is nobody. @public */
export interface ConsentChange {
  from?: string;
  to?: string;
}
