export * from './AnswerView';
export * from './useAnswer';
