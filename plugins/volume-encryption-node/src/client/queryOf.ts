/** A query of those parameters that are given, with its question mark. */
export function queryOf(
  parameters: Record<string, string | number | undefined>,
): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
