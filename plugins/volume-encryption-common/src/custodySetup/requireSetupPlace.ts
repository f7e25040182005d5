import { VolumeEncryptionError } from '../contract/errors';
import { requireDnsLabel } from '../kubernetes/names';
import type { SetupAccessors, SetupPlace } from './SetupPlace';

/** A rule that a name must keep to stand in HCL, in JSON and in a shell. */
interface Form {
  pattern: RegExp;
  rule: string;
}

/** Without what Vault takes for a pattern, a template or another path. */
const PATH: Form = {
  pattern: /^[\w-]+(\/[\w-]+)*$/,
  rule: 'letters, digits, "-", "_", with "/" between parts',
};
const ROLE: Form = {
  pattern: /^\w([\w.-]{0,126}\w)?$/,
  rule: 'letters, digits, "-", "_" and "."',
};
/** Vault writes names of policies in lower case. */
const POLICY: Form = {
  pattern: /^[a-z0-9_]([a-z0-9_.-]{0,126}[a-z0-9_])?$/,
  rule: 'lower-case letters, digits, "-", "_" and "."',
};
const CIDR: Form = {
  pattern: /^[0-9a-fA-F.:]+(\/\d{1,3})?$/,
  rule: 'an address or a network, such as 10.0.0.0/8',
};

/**
 * Returns the place when all its names may stand in a policy and in a shell:
 * who could name a cluster or a role `x" { … }` would write the policy. Throws
 * `invalid-input` that names the field.
 */
export function requireSetupPlace(place: SetupPlace): SetupPlace {
  const { names } = place;
  requireForm('namespace', names.namespace ?? 'none', PATH);
  requireForm('mountPrefix', names.mountPrefix, PATH);
  requireForm('tokenRole', names.tokenRole, ROLE);
  requireForm('tokenPolicy', names.tokenPolicy, POLICY);
  requireForm('portalPolicy', names.portalPolicy, POLICY);
  for (const cidr of names.tokenBoundCidrs) {
    requireForm('tokenBoundCidrs', cidr, CIDR);
  }
  for (const cluster of [place.cluster, ...place.clusters]) {
    requireDnsLabel('cluster', cluster);
    const { authMount, role, policy } = names.ofCluster(cluster);
    requireForm('authMount', authMount, PATH);
    requireForm('role', role, ROLE);
    requireForm('policy', policy, POLICY);
  }
  requireSeconds('tokenPeriod', names.tokenPeriod);
  requireSeconds('tokenWrapTtl', names.tokenWrapTtl ?? 1);
  return place;
}

function requireSeconds(field: string, seconds: number): void {
  if (Number.isSafeInteger(seconds) && seconds > 0) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `${field} is not a number of seconds: give one above 0.`,
    { field },
  );
}

/** As {@link requireSetupPlace}, for what the KMS answered. */
export function requireAccessors(accessors: SetupAccessors): SetupAccessors {
  for (const accessor of [accessors.kubernetes, accessors.token]) {
    if (accessor !== undefined) requireForm('accessor', accessor, ROLE);
  }
  return accessors;
}

function requireForm(field: string, value: string, form: Form): void {
  if (form.pattern.test(value)) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `${field} ${JSON.stringify(value.slice(0, 80))} cannot stand in a policy: use ${form.rule}.`,
    { field },
  );
}
