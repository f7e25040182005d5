import { namedKmsId, type EncryptionAsked } from '../driver/encryptionAsked';
import { connectionInForce } from '../kmsConnection/connectionInForce';
import {
  findConnection,
  type FoundConnection,
} from '../kmsConnection/findConnection';
import { keyLocation, keyValueVersion } from '../kmsConnection/keyLocation';
import {
  keyStoreOf,
  tenantObjectNames,
  type KmsConnection,
} from '../kmsConnection/kmsConnection';
import { isTenantType } from '../kmsConnection/parseConnections';
import type { ConfigMap } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import type { KeyPlace } from './KeyUse';

/** What says where the keys of a cluster lie. @public */
export interface PlaceSources {
  /** The KMS connections that the pods of a driver read. */
  connectionsOf(driver: string): Observed<ConfigMap | undefined>;
  /** A tenant's overrides, by the name that a connection has for them. */
  overridesOf(namespace: string, name: string): Observed<ConfigMap | undefined>;
  /** The portal's name of the KMS at an address. */
  kmsNameOf(address: string): string | undefined;
}

/** Whose key it is: the driver, what it was asked, and the claim's namespace. */
export interface KeyOwner {
  driver: string;
  asked: EncryptionAsked;
  /** Empty where there is no claim. */
  namespace: string;
}

/**
 * Finds where keys lie: `(owner, handle) => place`, undefined for what has none of
 * its own in a Vault, and where it cannot be told. Whatever a namespace has by the
 * same connection lies together, so that it is worked out once.
 */
export function keyPlaces(sources: PlaceSources) {
  const places = new Map<string, KeyPlace | undefined>();
  const connections = new Map<string, FoundConnection>();
  return (owner: KeyOwner, handle: string): KeyPlace | undefined => {
    const kmsId = namedKmsId(owner.asked);
    if (kmsId === undefined) return undefined;
    const { driver, namespace } = owner;
    const key = `${driver}\n${namespace}\n${kmsId}`;
    if (!places.has(key)) {
      const found = remembered(connections, `${driver}\n${kmsId}`, () =>
        findConnection(sources.connectionsOf(driver), kmsId),
      );
      const its = 'connection' in found ? found.connection : undefined;
      places.set(key, its && placeOf(owner, its, sources));
    }
    const place = places.get(key);
    return place && { ...place, name: place.name + handle };
  };
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** With what comes before the handle for a name. */
function placeOf(
  { namespace }: KeyOwner,
  shared: KmsConnection,
  { overridesOf, kmsNameOf }: PlaceSources,
): KeyPlace | undefined {
  if (keyStoreOf(shared) !== 'vault') return undefined;
  const connection = isTenantType(shared.kmsType)
    ? withOverrides(shared, namespace, overridesOf)
    : shared;
  return (
    connection && {
      kms: kmsNameOf(connection.options.vaultAddress ?? ''),
      version: keyValueVersion(connection),
      ...keyLocation(connection, ''),
    }
  );
}

/** Without a claim nobody knows the tenant, and so not his overrides. */
function withOverrides(
  shared: KmsConnection,
  namespace: string,
  overridesOf: PlaceSources['overridesOf'],
): KmsConnection | undefined {
  if (namespace === '') return undefined;
  const { configMap } = tenantObjectNames(shared);
  const overrides = overridesOf(namespace, configMap);
  return overrides.status === 'unknown'
    ? undefined
    : connectionInForce(shared, overrides.value);
}
