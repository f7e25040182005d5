/** What a JSON text can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object; a field that is absent reads as `undefined`. */
export type JsonObject = { [field: string]: Json | undefined };

export function isObject(value?: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it has the wanted shape, otherwise an empty one. */
export const objectOf = (it?: Json) => (isObject(it) ? it : {});
export const listOf = (it?: Json) => (Array.isArray(it) ? it : []);
export const textOf = (it?: Json) => (typeof it === 'string' ? it : '');

/** The strings of a list; a comma-separated text counts as a list. */
export const textsOf = (it?: Json): string[] =>
  (Array.isArray(it) ? it.map(textOf) : textOf(it).split(',')).filter(Boolean);

/** The fields of an object, as texts. */
export const textFieldsOf = (it?: Json): Record<string, string> =>
  mapFields(objectOf(it), textOf);

/** The same fields with other values. */
export function mapFields<From, To>(
  fields: Record<string, From>,
  change: (value: From, name: string) => To,
): Record<string, To> {
  const entries = Object.entries(fields);
  return Object.fromEntries(
    entries.map(([it, value]) => [it, change(value, it)]),
  );
}

/** Walks into nested objects; `undefined` where the path ends early. */
export const at = (value: Json | undefined, ...path: string[]) =>
  path.reduce((inner, field) => objectOf(inner)[field], value);
