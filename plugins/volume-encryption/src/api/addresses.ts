import { parseEntityRef } from '@backstage/catalog-model';

/** The address of what belongs to an entity. Throws when the ref is none. */
export function entityPath(entityRef: string, ...what: string[]): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return path('entities', kind, namespace, name, ...what);
}

/** The address of these segments, each encoded. */
export function path(...segments: string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** The query of the parameters that are given. */
export function query(parameters: Record<string, string | number | undefined>) {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
