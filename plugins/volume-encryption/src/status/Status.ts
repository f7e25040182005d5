/**
 * How a status looks. Only `secure` is a full green, and only an active volume
 * with a customer's key gets it.
 */
export type Tone =
  | 'secure'
  | 'good'
  | 'prepared'
  | 'plain'
  | 'neutral'
  | 'unknown'
  | 'caution'
  | 'danger';

/** The name of an icon; the shape says the same as the colour. */
export type StatusIconName =
  | 'shield'
  | 'lock'
  | 'open-lock'
  | 'key'
  | 'servers'
  | 'check'
  | 'info'
  | 'question'
  | 'clock'
  | 'warning'
  | 'blocked';

/** One answer, ready to be drawn. */
export interface Status {
  tone: Tone;
  icon: StatusIconName;
  label: string;
  /** The rest of the sentence, in small print. */
  note?: string;
}

/** The worst first; the order in which statuses are sorted. */
const order: Tone[] = [
  'danger',
  'caution',
  'unknown',
  'neutral',
  'plain',
  'prepared',
  'good',
  'secure',
];

/** Negative when `a` is the worse of the two. */
export function compareStatus(a: Status, b: Status): number {
  return (
    order.indexOf(a.tone) - order.indexOf(b.tone) ||
    a.label.localeCompare(b.label)
  );
}

/** Both parts of a status as one text, for search and screen readers. */
export function statusText({ label, note }: Status): string {
  return note ? `${label}: ${note}` : label;
}
