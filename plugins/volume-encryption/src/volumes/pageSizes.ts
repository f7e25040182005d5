/** How many volumes a page of the table may have; the first where none is chosen. */
export const pageSizes = [20, 50, 100];
