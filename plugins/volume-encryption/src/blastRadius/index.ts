export * from './BlastRadiusCard';
export * from './factFilter';
