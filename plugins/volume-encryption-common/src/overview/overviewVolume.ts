import type { PlatformVolume } from '../contract/api';
import { driverNameOf } from '../assessment/volumeObjects';
import type { VolumeFacts } from '../assessment/volumeFacts';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import type { Namespace } from '../kubernetes/objects';
import { valueOf, type Observed } from '../observation/observed';
import { consentedOwner } from '../tenant/tenant';
import { viewVolume } from '../volume/viewVolume';
import { volumeFindings } from './volumeFindings';

/**
 * A volume as the platform's table shows it: its answers in short, and what is not
 * as it should be.
 *
 * @param namespace - that of the claim, which says whose it is
 * @public
 */
export function overviewVolume(
  facts: VolumeFacts,
  namespace: Observed<Namespace | undefined>,
): PlatformVolume {
  const view = viewVolume(facts);
  const { protection, custody } = view;
  const served = valueOf(namespace);
  return {
    cluster: view.cluster,
    namespace: view.namespace,
    claim: view.claim,
    phase: view.phase,
    owner: served && consentedOwner(served),
    ownerKnown: namespace.status === 'observed',
    storageClass: view.storageClass,
    driver: driverOf(facts),
    size: view.capacity ?? view.requested,
    protection: protection.verdict,
    state: protection.state,
    grade: protection.grade,
    custody: custody.kind,
    kms: custody.kms,
    inFlight: view.inFlight.answer,
    remount: view.remount.verdict,
    findings: volumeFindings(view, facts),
    observedAt: view.observedAt,
    keyObservedAt: view.keyObservedAt,
  };
}

/** Of the volume, or of who will make it. */
function driverOf({ volume, claim, storageClass }: VolumeFacts) {
  const named = valueOf(volume);
  const isOwn = named && isVolumeOfClaim(named, claim);
  if (isOwn) return driverNameOf(named) || undefined;
  return claim.volumeName ? undefined : valueOf(storageClass)?.provisioner;
}
