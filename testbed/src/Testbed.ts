import type { ServerAccess } from './access/ServerAccess';
import type { PauseControl, ServerControl } from './servers/serverControls';

/** A real cluster and a real Vault, ready for use. */
export interface Testbed extends ServerAccess {
  /** Path of a kubeconfig for the administrator. */
  kubeconfig: string;
  /** Empty where the servers are not ours. */
  unsealKeys: string[];
  /** Ends the servers and removes their data; does nothing where they are not ours. */
  stop(): Promise<void>;
}

/** A testbed whose servers were started by us, so that tests may break them. */
export interface OwnTestbed extends Testbed {
  controls: TestbedControls;
}

/** What can be done to the servers to see how the product bears it. */
export interface TestbedControls {
  /** A Vault that is started again is sealed, as any. */
  vault: ServerControl & PauseControl & SealControl;
  apiServer: ServerControl & PauseControl;
  etcd: EtcdControl;
  /** kube-controller-manager and kube-scheduler, both at once. */
  controllers: ServerControl;
}

export interface SealControl {
  seal(): Promise<void>;
  /** Resolves when Vault serves requests. */
  unseal(): Promise<void>;
}

export interface EtcdControl {
  /** Address for clients, without TLS. */
  url: string;
  /**
   * Throws away the history before this moment. The API server goes on with
   * what it remembers of it: an earlier `continue` or watch is answered 410
   * only when the API server was started anew after this (seen with 1.37).
   */
  compact(): Promise<void>;
}
