import type {
  KmsConnectionRemovalRequest,
  KmsConnectionRequest,
} from '../contract/api';
import {
  tenantObjectNames,
  type KmsConnection,
} from '../kmsConnection/kmsConnection';
import {
  connectionOf,
  parseConnections,
} from '../kmsConnection/parseConnections';
import { volumesOf, type ConnectionState } from './connectionState';
import { mayChangeCredential } from './replacementNotes';
import { mayMoveKeys } from './requireKeysFound';

/**
 * The tenants' ConfigMaps that decide whether a change of a connection moves the
 * keys of its volumes, or what they are asked for with; none where it cannot.
 *
 * @public
 */
export function overridesConcerned(
  request: KmsConnectionRequest | KmsConnectionRemovalRequest,
  state: Pick<ConnectionState, 'configMap' | 'volumes'>,
): { namespace: string; name: string }[] {
  const { kmsId } = request;
  const before = entryOf(kmsId, state);
  if (request.operation === 'kms-connection-removal' || !before) return [];
  const after = connectionOf(kmsId, request.options);
  const changes =
    mayMoveKeys(before, after) || mayChangeCredential(before, after);
  if (!changes) return [];
  const namespaces = volumesOf(kmsId, state).flatMap(
    ({ claim }) => claim?.namespace ?? [],
  );
  const names = [before, after].map(it => tenantObjectNames(it).configMap);
  return [...new Set(namespaces)].flatMap(namespace =>
    [...new Set(names)].map(name => ({ namespace, name })),
  );
}

/** The entry of an id as it is now, if there is one of which a type can be read. */
export function entryOf(
  kmsId: string,
  { configMap }: Pick<ConnectionState, 'configMap'>,
): KmsConnection | undefined {
  return (
    configMap &&
    parseConnections(configMap).connections.find(
      it => it.kmsId === kmsId && it.kmsType !== '',
    )
  );
}
