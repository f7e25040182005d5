import type { Body } from '../../../operations/__testUtils__/administrator';

/** The entries of a list; none where there is no list. */
export function itemsOf(list: Body): Body[] {
  return Array.isArray(list) ? list : [];
}
