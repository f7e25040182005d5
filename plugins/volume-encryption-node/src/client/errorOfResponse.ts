import { ResponseError } from '@backstage/errors';
import { errorFromBody } from 'backstage-plugin-volume-encryption-common';

/**
 * The error an answer tells of: ours by its code, else Backstage's
 * `ResponseError` with the status.
 * @param response - an answer that is not `ok`, its body not read yet
 */
export async function errorOfResponse(response: Response): Promise<Error> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return errorFromBody(body) ?? (await ResponseError.fromResponse(response));
}
