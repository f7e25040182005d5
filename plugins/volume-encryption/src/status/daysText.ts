/**
 * How long something still lasts, such as `21 days left`.
 * @param daysLeft - whole days; 0 on the last day or after
 */
export function daysText(daysLeft: number): string {
  if (daysLeft <= 0) return 'less than a day left';
  return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`;
}
