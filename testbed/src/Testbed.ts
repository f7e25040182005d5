import type { ServerAccess } from './access/ServerAccess';

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
  vault: {
    seal(): Promise<void>;
    unseal(): Promise<void>;
    /** Ends the process; it can be started again with the same address and data. */
    stop(): Promise<void>;
    /** Starts the process again; as any restarted Vault it is sealed. */
    start(): Promise<void>;
  };
  apiServer: {
    stop(): Promise<void>;
    start(): Promise<void>;
  };
}
