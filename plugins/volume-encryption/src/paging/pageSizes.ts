/** How many rows a page of a table may have; the first where none is chosen. */
export const pageSizes = [20, 50, 100];
