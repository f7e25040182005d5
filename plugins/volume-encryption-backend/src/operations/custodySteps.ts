import {
  VolumeEncryptionError,
  type Step,
  type StepResult,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { StepRun } from './applyStep';

type Applied = Promise<StepResult['outcome']>;
type Parts = { systems: Systems; credentials: TenantCredentialStore };
type TokenStep = Extract<Step, { kind: 'renew-token' | 'revoke-tokens' }>;
type KeysStep = Extract<Step, { kind: 'destroy-keys' | 'remove-mount' }>;

/** TODO(E) */
export async function renewTenantToken(
  step: TokenStep,
  _run: StepRun,
  _parts: Parts,
): Applied {
  throw new VolumeEncryptionError('not-implemented', step.kind);
}
/** TODO(E) */
export async function revokeTenantTokens(
  step: TokenStep,
  _run: StepRun,
  _parts: Parts,
): Applied {
  throw new VolumeEncryptionError('not-implemented', step.kind);
}
/** TODO(E) */
export async function destroyKeys(
  step: KeysStep,
  _run: StepRun,
  _parts: Parts,
): Applied {
  throw new VolumeEncryptionError('not-implemented', step.kind);
}
/** TODO(E) */
export async function removeMount(
  step: KeysStep,
  _run: StepRun,
  _parts: Parts,
): Applied {
  throw new VolumeEncryptionError('not-implemented', step.kind);
}
