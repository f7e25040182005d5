/**
 * A moment of a backend's life: just before the write is sent, or when its
 * answer has arrived and nothing of it was read.
 */
export interface Moment {
  /** Which of the writes to come, from 1. */
  write: number;
  when: 'before' | 'after';
}

/** What the process that runs a backend is started with. */
export interface Birth {
  /** The `volumeEncryption` part of the configuration. */
  config: object;
  /** What the catalog has, by entity ref. */
  entities: Record<string, object>;
  /** Path of the SQLite file of the plugin. */
  database: string;
}

/** What it is asked; each is answered. */
export type Order =
  | { kind: 'start'; birth: Birth }
  | { kind: 'die'; at: Moment }
  | { kind: 'tell' };

/** The answer: the port it listens on, and what it wrote since the last order. */
export interface Report {
  port: number;
  writes: string[];
}
