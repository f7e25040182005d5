import type { PauseControl, ServerControl } from './servers/serverControls';
import type { SealControl } from './Testbed';

export interface VaultClusterOptions {
  nodes: 1 | 3;
  /** The Vaults speak HTTPS only, with a certificate for 127.0.0.1 and localhost. */
  tls?: boolean;
  /** With `false` no Vault is initialised: each stands alone and knows no key. */
  initialise?: boolean;
}

/** Vaults of which one is active and the others stand by. */
export interface VaultCluster {
  nodes: VaultNode[];
  /** Empty where nothing is initialised, as are the keys. */
  rootToken: string;
  unsealKeys: string[];
  /** PEM file of the authority to trust; none without TLS. */
  caFile?: string;
  /**
   * The node that is active, waited for up to 30 s. One that was paused takes
   * itself for active for a moment when it goes on.
   */
  leader(): Promise<VaultNode>;
  /** Ends the Vaults and removes their data. */
  stop(): Promise<void>;
}

/**
 * One Vault; started again it is sealed. `seal` is for the active one: Vault
 * refuses it to one that stands by. `unseal` resolves when the Vault stands by
 * or is active; `leader` waits for one that serves requests.
 */
export interface VaultNode extends ServerControl, PauseControl, SealControl {
  /** `http://…`, with TLS `https://…`; the same over restarts. */
  address: string;
}
