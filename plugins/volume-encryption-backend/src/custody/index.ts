export { deliveredCredential } from './deliveredCredential';
export { handoverName } from './tokenSecret';
export { deliverTenantToken } from './deliverTenantToken';
export { endAllTokens, type Custody } from './endFormerTokens';
export { renewTenantTokens } from './renewTenantTokens';
export { lookUpOurToken } from './ourToken';

export type { Tenant, TenantCredential } from './TenantCredential';
export { TenantCredentialStore } from './TenantCredentialStore';
export { ANNOTATION_CREDENTIAL } from './tokenSecret';
