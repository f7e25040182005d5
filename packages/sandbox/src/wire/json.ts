/** What a JSON text can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object; a field that is absent reads as `undefined`. */
export type JsonObject = { [field: string]: Json | undefined };

/** True for an object that is not a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is an object, otherwise an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The value when it is a list, otherwise an empty one. */
export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is a string, otherwise the empty string. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The strings of a list; a comma-separated text counts as a list. */
export function textsOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return value.split(',').filter(Boolean);
  return listOf(value).map(textOf).filter(Boolean);
}

/** The fields of an object that are strings. */
export function textFieldsOf(value: Json | undefined): Record<string, string> {
  const fields = Object.entries(objectOf(value));
  return Object.fromEntries(fields.map(([name, it]) => [name, textOf(it)]));
}

/** Walks into nested objects; `undefined` where the path ends early. */
export function at(value: Json | undefined, ...path: string[]) {
  return path.reduce<Json | undefined>(
    (inner, field) => (isObject(inner) ? inner[field] : undefined),
    value,
  );
}
