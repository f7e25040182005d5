/**
 * Asks the database without its own words: drivers put the statement, so an
 * accessor, into their errors.
 */
export async function askDatabase<T>(
  table: string,
  query: PromiseLike<T>,
): Promise<T> {
  try {
    return await query;
  } catch {
    throw new Error(
      `The database of the plugin refused a statement on "${table}". See the log of the database.`,
    );
  }
}
