import type {
  TenantCredentialView,
  TenantInspection,
  TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { FactList } from '../facts';
import { credentialStatus, daysText, StatusBadge } from '../status';
import { Age, Moment } from '../time';
import { TenantOwner } from './TenantOwner';

/** A tenant's credential, with the evidence that costs no key read. */
export function CredentialFacts({ known }: { known: TenantInspection }) {
  const { tenant, mount } = known;
  const { credential } = tenant;
  const { daysLeft, issuedAt, expiresAt, renewsAt, checkedAt } = credential;
  return (
    <FactList
      facts={{
        Credential: <StatusBadge status={credentialStatus(credential)} />,
        'What it means': credential.message,
        'Last failure': credential.lastFailure,
        'Days left': daysLeft === undefined ? undefined : remaining(credential),
        Issued: issuedAt && <Moment at={issuedAt} />,
        Ends: expiresAt && <Moment at={expiresAt} />,
        'Renewed by itself': renewsAt && <Moment at={renewsAt} />,
        ...identityFacts(known),
        'KMS answered': checkedAt && <Age at={checkedAt} />,
        Owner: <TenantOwner tenant={tenant} />,
        ...projectFacts(tenant),
        Custody: <code>{tenant.custody}</code>,
        KMS: tenant.kms ?? 'not known',
        'KMS connections': connectionsText(tenant),
        Mount: <code>{mount}</code>,
        Volumes: tenant.volumes?.toLocaleString('en') ?? 'not known',
      }}
    />
  );
}

function connectionsText({ kmsIds }: TenantSummary): string {
  return kmsIds ? kmsIds.join(', ') || 'none fits' : 'not known';
}

/** What OpenShift says of the namespace; whom it serves is another matter. */
function projectFacts({ project }: TenantSummary) {
  return {
    'OpenShift project': project?.displayName,
    'What it is for': project?.description,
    'Requested by': project?.requester,
  };
}

function remaining({ state, daysLeft = 0 }: TenantCredentialView) {
  return state === 'expired' ? 'ended' : daysText(daysLeft);
}

/** What the KMS says of the token; nothing for who logs in anew each time. */
function identityFacts({ identity, tenant }: TenantInspection) {
  if (!identity) {
    return tenant.custody === 'vaulttokens'
      ? { Identity: 'not known: the KMS did not say' }
      : {};
  }
  const { entityId, policies, boundCidrs, meta } = identity;
  return {
    'Entity id': entityId ? <code>{entityId}</code> : 'none',
    Policies: <code>{policies.join(', ') || 'none'}</code>,
    'Bound to': boundCidrs?.length
      ? boundCidrs.join(', ')
      : 'no addresses: whoever has the token can use it from anywhere',
    'Written on it': Object.entries(meta)
      .map(([name, value]) => `${name}=${value}`)
      .join(', '),
  };
}
