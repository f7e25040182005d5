/** Acts until what it gives is as wanted; throws what it gave last if it never is. */
export async function eventually<T>(
  act: () => Promise<T>,
  isWanted: (result: T) => boolean,
): Promise<T> {
  let result = await act();
  for (let tries = 0; tries < 60 && !isWanted(result); tries++) {
    await new Promise(resolve => setTimeout(resolve, 500));
    result = await act();
  }
  if (isWanted(result)) return result;
  const shown = result instanceof Map ? [...result.keys()] : result;
  throw new Error(`It never was as wanted: ${JSON.stringify(shown)}`);
}
