import type { TemplateActionOptions } from '@backstage/plugin-scaffolder-node';

type Schema = NonNullable<TemplateActionOptions['schema']>;

/** What the scaffolder makes schemas with. */
export type Zod = Parameters<NonNullable<Schema['input']>[string]>[0];

/** What each action that changes something takes besides its own. */
export const operationInput = {
  planOnly: (z: Zod) =>
    z
      .boolean({
        description: 'Plan, show it and change nothing; no if absent',
      })
      .optional(),
};

/** What each of them puts out besides its own. */
export const operationOutput = {
  planned: (z: Zod) =>
    z.boolean({ description: 'Whether it was only planned, and not done' }),
  steps: (z: Zod) =>
    z.array(z.string(), {
      description: 'Each step, with what came of it or would come of it',
    }),
  notes: (z: Zod) =>
    z.array(z.string(), { description: 'What is to be known besides' }),
  noteCodes: (z: Zod) =>
    z.array(z.string(), { description: 'The stable code of each note' }),
  report: (z: Zod) =>
    z.string({ description: 'Steps and notes to read, as Markdown' }),
  manifests: (z: Zod) =>
    z.string({ description: 'What was planned, as YAML; no secret values' }),
};
