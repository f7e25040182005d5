export { observeClusters } from './observeClusters';
export { observeCredentials } from './observeCredentials';
export { observeKms } from './observeKms';
export { OperationTelemetry } from './OperationTelemetry';
