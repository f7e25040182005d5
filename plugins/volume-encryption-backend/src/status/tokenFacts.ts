import {
  isTokenOfPortal,
  LABEL_MANAGED_BY,
  MANAGER,
  observed,
  type CredentialTerm,
  type Observed,
  type SecretMetadata,
  type TenantFacts,
} from 'backstage-plugin-volume-encryption-common';
import { ANNOTATION_CREDENTIAL } from '../custody';
import { findSecret, type AskContext } from './secretFacts';
import type { VolumeSources } from './Sources';
import { whyUnknown } from './whyUnknown';

/** Where a tenant's token is, and which Vault it is for. */
export interface TokenPlace {
  cluster: string;
  namespace: string;
  /** Of the Secret. */
  name: string;
  /** Address of the Vault as the connection in force names it. */
  address: string;
}

/** What the index, the cluster and the database know of a tenant's token. */
export type TokenFacts = Pick<
  TenantFacts,
  'tokenSecret' | 'tokenTerm' | 'tokenIsForeign'
>;

/** Whether the token's Secret is there, and how the token in it is doing. */
export async function tokenFacts(
  place: TokenPlace,
  context: AskContext,
): Promise<TokenFacts> {
  const secret = await findSecret(place, context);
  if (secret.status === 'unknown') {
    return { tokenSecret: secret, tokenTerm: secret };
  }
  const { value, at } = secret;
  const tokenTerm = await termOf(value, { place, at }, context.sources);
  const isOfRecord = tokenTerm.status === 'unknown' || tokenTerm.value;
  return {
    tokenSecret: observed(value !== undefined, at),
    tokenTerm,
    tokenIsForeign: value && isMarked(value) && !isOfRecord,
  };
}

/** Whether the portal wrote on it once. */
function isMarked({ meta }: SecretMetadata): boolean {
  return (
    meta.labels[LABEL_MANAGED_BY] === MANAGER ||
    meta.annotations[ANNOTATION_CREDENTIAL] !== undefined
  );
}

/**
 * Known of a token only that the portal delivered, into this Secret and for this
 * Vault, and that nobody exchanged since: what else it delivered says nothing of
 * the token that is there.
 */
async function termOf(
  secret: SecretMetadata | undefined,
  { place, at }: { place: TokenPlace; at: string },
  { credentials, systems }: VolumeSources,
): Promise<Observed<CredentialTerm | undefined>> {
  const isOfPortal = secret && isTokenOfPortal(secret);
  const id = isOfPortal && secret.meta.annotations[ANNOTATION_CREDENTIAL];
  try {
    const credential = id ? await credentials.find(id) : undefined;
    const isOfPlace =
      credential?.state === 'delivered' &&
      credential.cluster === place.cluster &&
      credential.namespace === place.namespace &&
      credential.kms === systems.kmsAt(place.address).name;
    if (!isOfPlace) return observed(undefined, at);
    const { issuedAt, expiresAt, lost } = credential;
    return observed({ id: credential.id, issuedAt, expiresAt, lost }, at);
  } catch (error) {
    return whyUnknown(error);
  }
}
