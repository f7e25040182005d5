import { consentedOwner } from '../tenant/tenant';
import { requireNamespace, requireOurs } from '../plan/ownership';
import { claimManifest } from '../plan/claimManifest';
import { requireSameClaim } from '../plan/requireSameClaim';
import { blocked, ok, unread, type Check } from './Check';
import { refusalOf } from './refusalOf';

/** Is the namespace there, and there to stay? */
export const namespaceCheck: Check = ({ namespace, request }) => {
  const name = request.namespace;
  const about = 'namespace';
  if (namespace.status === 'unknown') {
    return [unread(about, `Whether namespace "${name}" is there`, namespace)];
  }
  const refusal = refusalOf(() => requireNamespace(namespace.value, name));
  if (!refusal) return [ok(about, `Namespace "${name}" is there.`)];
  const nextStep = namespace.value
    ? 'Choose another namespace, or wait until it is gone and make it again.'
    : 'Run the template "Onboard a tenant" for it.';
  return [blocked(about, refusal, { owner: 'platform-team', nextStep })];
};

/** Does the namespace serve an owner of the component? */
export const consentCheck: Check = ({ namespace, owners, request }) => {
  const about = 'consent';
  const name = request.namespace;
  if (namespace.status === 'unknown') {
    return [unread(about, `Whom namespace "${name}" serves`, namespace)];
  }
  if (!namespace.value) return [];
  const owner = consentedOwner(namespace.value);
  if (owner !== undefined && owners.includes(owner)) {
    const message = `Namespace "${name}" serves ${owner}, who owns the component.`;
    return [ok(about, message)];
  }
  return [
    blocked(about, `Namespace "${name}" serves no owner of the component.`, {
      owner: 'platform-team',
      nextStep: 'Run the template "Consent of a namespace" for it.',
    }),
  ];
};

/** Is the name free, or the claim there already as it is wanted? */
export const claimCheck: Check = ({ existing, request, kubernetesId }) => {
  const about = 'claim';
  const name = `"${request.name}"`;
  if (existing.status === 'unknown') {
    return [unread(about, `Whether there is a claim ${name}`, existing)];
  }
  const { value } = existing;
  if (!value) return [ok(about, `The name ${name} is free.`)];
  const refusal = refusalOf(() => {
    requireOurs(value);
    requireSameClaim(value, claimManifest(request, kubernetesId));
  });
  if (refusal) {
    return [
      blocked(about, refusal, {
        owner: 'developer',
        nextStep: 'Choose another name for the claim.',
      }),
    ];
  }
  return [ok(about, `The claim ${name} is there already, as it is wanted.`)];
};
