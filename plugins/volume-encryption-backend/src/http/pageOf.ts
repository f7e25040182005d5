import type { Request } from 'express';

/** The page of a list that is asked for; the document sets defaults and bounds. */
export function pageOf({ query }: Request): { limit: number; offset: number } {
  return {
    limit: Number(query.limit ?? 50),
    offset: Number(query.offset ?? 0),
  };
}

/** A query parameter that is text, once. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
