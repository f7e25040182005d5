/** When the state is read, and how to stop. */
export interface ReadContext {
  /** ISO 8601. */
  now: string;
  signal?: AbortSignal;
}
