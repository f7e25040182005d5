export { startSandbox, sandboxCluster } from './startSandbox';
export type { Sandbox, SandboxOptions } from './startSandbox';
export { startProvisioner } from './provisioner/startProvisioner';
export type { ProvisionerOptions } from './provisioner/startProvisioner';
export { seedKubernetes, seedVault, type VaultSeed } from './seed/seed';
export { connect } from './wire/connect';
export type { Answer, Endpoint, Send } from './wire/connect';
