export * from './DeniedState';
export * from './FailedState';
export * from './isDenied';
export * from './isGone';
export * from './NotAllowedState';
export * from './OutdatedNotice';
export * from './SourceProblems';
