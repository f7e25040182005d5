import type { OperationOutput } from './carryOut';

/** The name of the object of this kind, when the operation left one. */
export function nameOf(
  { references = [] }: OperationOutput,
  kind: string,
): string | undefined {
  return references.find(reference => reference.kind === kind)?.name;
}
