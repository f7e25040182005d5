/** An exact moment, such as `2026-12-24 20:00 UTC`; the local time is its tooltip. */
export function Moment({ at }: { at: string }) {
  const date = new Date(at);
  const isDate = !Number.isNaN(date.getTime());
  return (
    <time dateTime={at} title={date.toLocaleString()}>
      {isDate ? utc(date) : 'unknown'}
    </time>
  );
}

function utc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
