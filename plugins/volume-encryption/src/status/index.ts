export * from './custodyStatus';
export * from './phaseStatus';
export * from './protectionStatus';
export * from './remountStatus';
export * from './Status';
export * from './StatusBadge';
export * from './StatusIcon';
export * from './useToneStyles';
