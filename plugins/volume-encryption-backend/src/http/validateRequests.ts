import { openApiDocument } from 'backstage-plugin-volume-encryption-common';
import type { RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';

/**
 * Refuses requests that the contract does not know: a body of another shape, an
 * unknown query parameter. Used directly rather than through
 * backend-openapi-utils, whose router drops the name of the field.
 */
export function validateRequests(): RequestHandler[] {
  // A copy, because the validator changes what it is given.
  const apiSpec: Document = JSON.parse(JSON.stringify(openApiDocument));
  return middleware({
    apiSpec,
    validateRequests: {
      coerceTypes: false,
      allowUnknownQueryParameters: false,
    },
    validateResponses: false,
    ignoreUndocumented: true,
    useRequestUrl: true,
  });
}

type Document = Exclude<Parameters<typeof middleware>[0]['apiSpec'], string>;
