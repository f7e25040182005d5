export * from './Age';
export * from './ageText';
export * from './Moment';
