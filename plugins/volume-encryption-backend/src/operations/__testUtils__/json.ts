import type { Body } from './administrator';

/** Walks into nested objects; `undefined` where the path ends early. */
export function at(body: Body, ...path: string[]): Body {
  return path.reduce<Body>(
    (inner, field) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? inner[field]
        : undefined,
    body,
  );
}

/** The value when it is a text, otherwise an empty one. */
export function textOf(body: Body): string {
  return typeof body === 'string' ? body : '';
}
