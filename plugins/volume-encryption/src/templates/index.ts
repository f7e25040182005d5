export * from './TemplateButton';
export * from './useTemplateLink';
