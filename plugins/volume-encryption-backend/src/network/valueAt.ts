/** What lies at a path in parsed JSON, or undefined where the path ends early. */
export function valueAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (isRecord(at) ? at[name] : undefined),
    value,
  );
}

/** The text at a path in parsed JSON, or undefined. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at a path in parsed JSON, or undefined. */
export function numberAt(
  value: unknown,
  ...path: string[]
): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** The items of the array at a path in parsed JSON; none when it is no array. */
export function itemsAt(value: unknown, ...path: string[]): unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The texts in the array at a path in parsed JSON; other items are left out. */
export function textsAt(value: unknown, ...path: string[]): string[] {
  return itemsAt(value, ...path).filter(item => typeof item === 'string');
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
