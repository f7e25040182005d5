import type { SourceProblem } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionApi } from '../api';

/** One thing that can be chosen. */
export interface Choice<T> {
  value: T;
  label: string;
  /** What it is, in small print. */
  detail?: string;
  /** Why it cannot be chosen. */
  unusable?: string;
}

/** What a field offers, and the sources that could not be read. */
export interface Choices<T> {
  choices: Choice<T>[];
  problems: SourceProblem[];
}

/** What the field is given by the form: other fields' values and its options. */
export interface FormState {
  formData: Record<string, unknown>;
  options: Record<string, unknown>;
}

/**
 * One template field as data: what it depends on, where its choices come from,
 * and what it says when there are none.
 */
export interface ChoiceSource<T, Scope> {
  /** The name in a template's `ui:field`. */
  name: string;
  /** The label when the template gives no title. */
  title: string;
  /** What the choices depend on; undefined while that is not chosen yet. */
  scopeOf: (form: FormState) => Scope | undefined;
  /** What to choose first. */
  waitingFor: string;
  load: (api: VolumeEncryptionApi, scope: Scope) => Promise<Choices<T>>;
  /** Why there may be none, and what to do. */
  emptyText: (scope: Scope) => string;
  /** Identity of a value; undefined for a value that is not complete. */
  keyOf: (value: T | undefined) => string | undefined;
}

/** The key of a plain name. */
export function nameKey(value: string | undefined): string | undefined {
  return value || undefined;
}
