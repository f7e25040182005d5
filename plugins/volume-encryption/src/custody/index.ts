export * from './CustodyChain';
export * from './GradeChip';
export * from './ReasonList';
