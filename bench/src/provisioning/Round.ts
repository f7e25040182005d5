/** One tenant that is taken on, with its class and its claim. */
export interface Round {
  custody: Custody;
  /** Is there already: making it is the platform team's. */
  namespace: string;
  storageClass: string;
  claim: string;
}

/** The two ways to give a tenant access to its keys. */
export type Custody = 'vaulttenantsa' | 'vaulttokens';

/** The connections of the sandbox's examples. */
export const kmsIds: Record<Custody, string> = {
  vaulttenantsa: 'vault-tenant-sa',
  vaulttokens: 'vault-tokens',
};

/** The component that the claims are for. */
export const COMPONENT = 'orders';

/** How long is waited before it is looked again whether the claim is bound. */
export const POLL_MS = 20;
