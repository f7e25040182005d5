import {
  isVolumeEncryptionError,
  parseObject,
  type ObjectKind,
  type ObjectOfKind,
} from 'backstage-plugin-volume-encryption-common';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { objectApi } from './objectApi';
import { requirePlace, resourceOf } from './resources';
import { requireAnswerTo } from './requireAnswerTo';

/** Names one object. */
export interface ObjectRef {
  namespace?: string;
  name: string;
  signal?: AbortSignal;
}

/** One object, or undefined when the API server says that it is not there. */
export async function getObject<K extends ObjectKind>(
  server: ApiServer,
  kind: K,
  ref: ObjectRef,
): Promise<ObjectOfKind<K> | undefined> {
  const raw = await readRaw(server, kind, ref);
  return raw === undefined ? undefined : parseObject(kind, raw);
}

/** The same as it comes over the wire; of a Secret its metadata only. */
export async function readRaw(
  server: ApiServer,
  kind: ObjectKind,
  { namespace, name, signal }: ObjectRef,
): Promise<unknown> {
  const resource = resourceOf(kind);
  requirePlace(resource, { namespace, name });
  const call: Call = { verb: 'get', resource, namespace, name, signal };
  const api = await objectApi(server, call);
  const { apiVersion } = resource;
  try {
    const metadata = { namespace, name };
    const raw = await api.read({ apiVersion, kind, metadata });
    requireAnswerTo(call, server.name, raw);
    return raw;
  } catch (error) {
    if (isVolumeEncryptionError(error) && error.code === 'not-found') {
      return undefined;
    }
    throw error;
  }
}
