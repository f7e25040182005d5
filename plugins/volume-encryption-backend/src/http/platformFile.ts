import {
  csvHead,
  csvRemark,
  csvRow,
  type CsvColumn,
} from 'backstage-plugin-volume-encryption-common';
import type { Request, RequestHandler, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Whole } from '../overview/Overview';
import type { HttpParts } from './HttpParts';
import { requirePlatform, type PlatformRoute } from './requirePlatform';

/** Rows that are written at once. */
const BATCH = 200;

/** A list as a CSV file. */
interface CsvFile<T> {
  /** What its name begins with. */
  name: string;
  columns: readonly CsvColumn<T>[];
}

/**
 * A route that answers with a CSV file for whoever has the permission. It is
 * written as fast as the caller takes it, and no more once he has gone.
 */
export function platformFile<T>(
  parts: HttpParts,
  route: PlatformRoute & CsvFile<T>,
  answer: (request: Request) => Promise<Whole<T>>,
): RequestHandler {
  return async (request, response) => {
    await requirePlatform(parts, route, request);
    const whole = await answer(request);
    const day = whole.assessedAt.slice(0, 10);
    response.status(200).set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${route.name}-${day}.csv"`,
      'Cache-Control': 'no-store',
    });
    await send(csvText(route.columns, whole), response);
  };
}

async function send(text: Iterable<string>, response: Response): Promise<void> {
  try {
    await pipeline(Readable.from(text), response);
  } catch (error) {
    if (!hasCallerGone(error)) throw error;
  }
}

/** Then nobody is there to be told. */
function hasCallerGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}

/**
 * The file piece by piece. Its last lines say what it lacks, and that it is whole:
 * one that broke off does not have them.
 */
function* csvText<T>(
  columns: readonly CsvColumn<T>[],
  { items, problems, incomplete, assessedAt }: Whole<T>,
): Generator<string> {
  yield csvHead(columns);
  for (let at = 0; at < items.length; at += BATCH) {
    const batch = items.slice(at, at + BATCH);
    yield batch.map(row => csvRow(columns, row)).join('');
  }
  for (const { source, name, message } of problems) {
    yield csvRemark(`${source} ${name}: ${message}`);
  }
  if (incomplete) {
    yield csvRemark('Incomplete: rows are missing or old, see above.');
  }
  yield csvRemark(`End: ${items.length} rows, assessed at ${assessedAt}`);
}
