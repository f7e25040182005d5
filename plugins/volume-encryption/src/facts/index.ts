export * from './FactList';
export * from './Section';
