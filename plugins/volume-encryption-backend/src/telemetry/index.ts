export { observeClusters } from './observeClusters';
export { observeCredentials } from './observeCredentials';
export { observeKms } from './observeKms';
export { observeVolumes } from './observeVolumes';
export { OperationTelemetry } from './OperationTelemetry';
