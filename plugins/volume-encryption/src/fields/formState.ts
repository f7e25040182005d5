import type { FormState } from './ChoiceSource';

/**
 * The form around a field. The scaffolder hands a field all values of the form
 * as `formContext.formData` (scaffolder-react `Stepper`).
 */
export function formState(parts: {
  formData: unknown;
  options: unknown;
}): FormState {
  return { formData: record(parts.formData), options: record(parts.options) };
}

/** The cluster chosen by field `cluster`, or as a part of field `tenant`. */
export function chosenCluster({ formData }: FormState): string | undefined {
  return text(formData.cluster) ?? text(record(formData.tenant).cluster);
}

/** A text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
