import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { RequestHandler } from 'express';
import type { HttpParts } from './HttpParts';

/** `GET /capabilities` TODO(G) */
export function getCapabilities(_parts: HttpParts): RequestHandler {
  return async () => {
    throw new VolumeEncryptionError('not-implemented', 'capabilities');
  };
}
