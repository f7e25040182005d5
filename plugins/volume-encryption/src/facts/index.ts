export * from './FactList';
export * from './Section';
export * from './projectText';
