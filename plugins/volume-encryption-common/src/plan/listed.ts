/** Names for a message, five at most, and how many there are besides. */
export function listed(names: readonly string[]): string {
  const more = names.length - 5;
  const shown = names.slice(0, 5).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
