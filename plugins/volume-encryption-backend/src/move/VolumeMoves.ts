import type { Entity } from '@backstage/catalog-model';
import {
  isVolumeEncryptionError,
  moveClaim,
  newClaimOf,
  planMove,
  requireMoveNames,
  type MovePlan,
  type MoveRequest,
  type MoveState,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { kubernetesIdOf } from '../operations/currentState/readClaimState';
import type { Sources } from '../status/Sources';
import { volumeFactsOf } from '../status/volumeFactsOf';
import { withDeadline } from '../status/withDeadline';
import { requireOwnClaim } from '../tenancy';

/** Refusals of the cluster that whoever asks can do something about. */
const REFUSALS = new Set(['cluster-denied', 'conflict', 'invalid-input']);

/**
 * Plans how the data of a volume gets to an encrypted one, without asking who may,
 * and starts nothing. The class and the new claim are read from the cluster now;
 * the rest is from the index.
 */
export class VolumeMoves {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /**
   * The plan for a claim of the entity. Throws what `planMove` does,
   * `unknown-cluster`, and `not-found` for a claim of others.
   */
  async plan(
    request: MoveRequest,
    entity: Entity,
    signal: AbortSignal,
  ): Promise<MovePlan> {
    requireMoveNames(request);
    const cluster = this.#sources.systems.cluster(request.cluster);
    const state = await this.#read(request, { entity, cluster, signal });
    const plan = planMove(request, state);
    const refusal = await refusalOf(plan, state, { cluster, signal });
    return refusal === undefined
      ? plan
      : planMove(request, { ...state, refusal });
  }

  async #read(
    request: MoveRequest,
    its: { entity: Entity; cluster: Cluster; signal: AbortSignal },
  ): Promise<MoveState> {
    const { entity, cluster, signal } = its;
    const { namespace, storageClass } = request;
    const kubernetesId = kubernetesIdOf(entity);
    const snapshot = this.#sources.index.snapshot(request.cluster);
    const claim = requireOwnClaim(entity, request, snapshot);
    const { reader } = cluster;
    const name = newClaimOf(request);
    const factsOf = (of: PersistentVolumeClaim) =>
      withDeadline(deadline =>
        volumeFactsOf(of, snapshot, { sources: this.#sources, deadline }),
      );
    const [ofNamespace, ofClass, existing, facts, target] = await Promise.all([
      reader.get('Namespace', { name: namespace, signal }),
      reader.get('StorageClass', { name: storageClass, signal }),
      reader.get('PersistentVolumeClaim', { namespace, name, signal }),
      factsOf(claim),
      factsOf(unmade(claim, { name, storageClass })),
    ]);
    return {
      ...{ facts, target, existing, kubernetesId },
      namespace: ofNamespace,
      storageClass: ofClass,
    };
  }
}

/** A claim of the class that has no volume yet, to see what it would find. */
function unmade(
  { meta, ...claim }: PersistentVolumeClaim,
  its: { name: string; storageClass: string },
): PersistentVolumeClaim {
  return {
    ...claim,
    meta: { ...meta, name: its.name, uid: '' },
    phase: 'Pending',
    storageClassName: its.storageClass,
    volumeName: undefined,
    capacity: undefined,
  };
}

/**
 * Why the cluster would not take the new claim, such as a quota, by its own word
 * in a dry run. Nobody is asked about a claim that is there, or a plan that cannot
 * be followed anyway.
 */
async function refusalOf(
  { blockers, ...request }: MovePlan,
  state: MoveState,
  { cluster, signal }: { cluster: Cluster; signal: AbortSignal },
): Promise<string | undefined> {
  const { storageClass, existing } = state;
  if (blockers.length > 0 || existing || !storageClass) return undefined;
  try {
    const manifest = moveClaim(request, state, storageClass);
    await cluster.writer.apply(manifest, { dryRun: true, signal });
    return undefined;
  } catch (error) {
    const isRefusal =
      isVolumeEncryptionError(error) && REFUSALS.has(error.code);
    if (isRefusal) return error.message;
    throw error;
  }
}
