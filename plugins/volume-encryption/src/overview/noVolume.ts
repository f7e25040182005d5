/** Why there is no row; that none was read is no proof that there is none. */
export function noVolume({ incomplete }: { incomplete: boolean }): string {
  return incomplete
    ? 'No volume that could be read matches. That does not mean that there is none.'
    : 'No volume matches. Take a filter out, or claim a volume by a template.';
}
