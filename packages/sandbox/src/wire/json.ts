/** What a JSON text can hold; a field that is absent reads as `undefined`. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [field: string]: Json | undefined };

export const isObject = (it?: Json): it is JsonObject =>
  typeof it === 'object' && it !== null && !Array.isArray(it);

/** The value when it has the wanted shape, otherwise an empty one. */
export const objectOf = (it?: Json) => (isObject(it) ? it : {});
export const listOf = (it?: Json) => (Array.isArray(it) ? it : []);
export const textOf = (it?: Json) => (typeof it === 'string' ? it : '');

/** What something thrown says. */
export const messageOf = (it: unknown) =>
  it instanceof Error ? it.message : String(it);

/** The strings of a list; a comma-separated text counts as a list. */
export const textsOf = (it?: Json): string[] =>
  (Array.isArray(it) ? it.map(textOf) : textOf(it).split(',')).filter(Boolean);

/** The same fields with other values. */
export const mapFields = <From, To>(
  fields: Record<string, From>,
  change: (value: From, name: string) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, change(v, k)]));
export const textFieldsOf = (it?: Json): Record<string, string> =>
  mapFields(objectOf(it), textOf);

/** Walks into nested objects; `undefined` where the path ends early. */
export const at = (value: Json | undefined, ...path: string[]) =>
  path.reduce((inner, field) => objectOf(inner)[field], value);

/** The template with each `${name}` in its texts replaced by the value of that name. */
export function fill(template: Json, values: Record<string, string>): Json {
  const value = (_: string, name: string) =>
    JSON.stringify(values[name] ?? '').slice(1, -1);
  const text = JSON.stringify(template).replace(/\$\{([-\w]+)\}/g, value);
  return JSON.parse(text);
}
