import {
  VolumeEncryptionError,
  type CustodyDrift,
  type CustodySetup,
  type IsolationMatrix,
  type PortalIdentity,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';

/** Proves that the set-up, the portal and the tenants may what they should and no more. TODO(C) */
export class Assurance {
  constructor(_parts: {
    index: VolumeIndex;
    systems: Systems;
    credentials: TenantCredentialStore;
    now: () => Date;
  }) {}

  /** Rendered. */
  async setup(_which: { kms: string; cluster: string }): Promise<CustodySetup> {
    throw new VolumeEncryptionError('not-implemented', 'setup');
  }

  /** Line by line. */
  async drift(_which: { kms: string; cluster: string }): Promise<CustodyDrift> {
    throw new VolumeEncryptionError('not-implemented', 'drift');
  }

  /** Of the portal. */
  async identity(_which: { kms: string }): Promise<PortalIdentity> {
    throw new VolumeEncryptionError('not-implemented', 'identity');
  }

  /** Rows. */
  async isolation(_which: {
    kms: string;
    limit: number;
    offset: number;
  }): Promise<IsolationMatrix> {
    throw new VolumeEncryptionError('not-implemented', 'isolation');
  }
}
