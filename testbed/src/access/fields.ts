/**
 * The text at `path` of a JSON answer, e.g. `textAt(body, 'auth', 'accessor')`.
 * @throws Error that names the path when there is no text there
 */
export function textAt(body: unknown, ...path: string[]): string {
  const value = valueAt(body, path);
  if (typeof value !== 'string') {
    throw new Error(`the answer has no text at ${path.join('.')}`);
  }
  return value;
}

/** The list of texts at `path` of a JSON answer. */
export function textsAt(body: unknown, ...path: string[]): string[] {
  const value = valueAt(body, path);
  if (!Array.isArray(value)) {
    throw new Error(`the answer has no list at ${path.join('.')}`);
  }
  return value.map(String);
}

/** Whatever is at `path` of a JSON answer, undefined where the path ends early. */
export function valueAt(body: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, name)
        : undefined,
    body,
  );
}
