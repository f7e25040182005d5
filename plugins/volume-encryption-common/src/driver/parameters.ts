/**
 * A parameter by its key without regard to case, for drivers that compare so
 * (EBS, GCE PD, Azure). Empty counts as not set.
 */
export function textOf(
  parameters: Record<string, string>,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  const found = Object.entries(parameters).find(
    ([key, text]) => key.toLowerCase() === wanted && text !== '',
  );
  return found?.[1];
}
