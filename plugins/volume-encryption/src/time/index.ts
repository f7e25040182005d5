export * from './Age';
export * from './ageText';
