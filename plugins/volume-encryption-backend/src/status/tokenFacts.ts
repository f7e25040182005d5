import {
  observed,
  type Observed,
  type SecretMetadata,
  type TenantFacts,
} from 'backstage-plugin-volume-encryption-common';
import { ANNOTATION_CREDENTIAL } from '../custody';
import { findSecret, type AskContext } from './secretFacts';
import type { Sources } from './Sources';
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

/** Whether the token's Secret is there, and when the token in it ends. */
export async function tokenFacts(
  place: TokenPlace,
  context: AskContext,
): Promise<Pick<TenantFacts, 'tokenSecret' | 'tokenExpiresAt'>> {
  const secret = await findSecret(place, context);
  if (secret.status === 'unknown') {
    return { tokenSecret: secret, tokenExpiresAt: secret };
  }
  const { value, at } = secret;
  return {
    tokenSecret: observed(value !== undefined, at),
    tokenExpiresAt: await expiryOf(value, { place, at }, context.sources),
  };
}

/**
 * Known of a token only that the portal delivered, into this Secret and for this
 * Vault: what else it delivered says nothing of the token that is there.
 */
async function expiryOf(
  secret: SecretMetadata | undefined,
  { place, at }: { place: TokenPlace; at: string },
  { credentials, systems }: Sources,
): Promise<Observed<string | undefined>> {
  const id = secret?.meta.annotations[ANNOTATION_CREDENTIAL];
  try {
    const credential = id ? await credentials.find(id) : undefined;
    const isOfPlace =
      credential?.state === 'delivered' &&
      credential.cluster === place.cluster &&
      credential.namespace === place.namespace &&
      credential.kms === systems.kmsAt(place.address).name;
    return observed(isOfPlace ? credential.expiresAt : undefined, at);
  } catch (error) {
    return whyUnknown(error);
  }
}
