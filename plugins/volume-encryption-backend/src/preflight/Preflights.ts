import type { Entity } from '@backstage/catalog-model';
import {
  preflight,
  valueOf,
  type ClaimRequest,
  type Preflight,
} from 'backstage-plugin-volume-encryption-common';
import { claimLabel } from '../operations/currentState/readClaimState';
import { requireValidNames } from '../operations/requireValidNames';
import type { VolumeSources } from '../status';
import { ownersOf } from '../tenancy';
import { readClass, readDriver } from './readClass';
import { readKeys } from './readKeys';
import { readNamespace } from './readNamespace';
import type { Look } from './Look';

/** Looks ahead of claims, without asking who may. Changes nothing. */
export class Preflights {
  constructor(private readonly sources: VolumeSources) {}

  /**
   * What stands in the way of the claim now. What cannot be read is a fact of the
   * answer. Throws `invalid-input` and `unknown-cluster` only.
   */
  async look(
    request: ClaimRequest,
    given: { entity: Entity | undefined; signal?: AbortSignal },
  ): Promise<Preflight> {
    requireValidNames(request);
    const kubernetesId = claimLabel(request, given.entity);
    const { sources } = this;
    const look: Look = {
      request,
      cluster: sources.systems.cluster(request.cluster),
      now: sources.now().toISOString(),
      signal: given.signal,
    };
    const [ofNamespace, storageClass] = await Promise.all([
      readNamespace(look),
      readClass(look),
    ]);
    const found = valueOf(storageClass);
    const { namespace } = ofNamespace;
    const [ofDriver, ofKeys] = await Promise.all([
      readDriver(look, found),
      readKeys(look, { storageClass: found, namespace, sources }),
    ]);
    return preflight({
      now: look.now,
      request,
      kubernetesId,
      owners: given.entity ? [...ownersOf(given.entity)] : [],
      storageClass,
      ...ofNamespace,
      ...ofDriver,
      ...ofKeys,
    });
  }
}
