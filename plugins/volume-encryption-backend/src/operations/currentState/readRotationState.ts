import {
  connectionInForce,
  loginPlace,
  parseConnections,
  requireUsableConnection,
  tenantObjectNames,
  valueOf,
  type KmsConnection,
  type RotationState,
  type TenantState,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../../custody';
import { observe } from '../../status/observe';
import type { Systems } from '../../systems';
import type { ReadContext } from './ReadContext';
import { readTenantState, type TenantRequest } from './readTenantState';

const ACCOUNTS = 'vaulttenantsa';

/**
 * What the rotation of a tenant depends on: of a ServiceAccount also whom Vault
 * lets in, and which accounts other connections have in the namespace.
 */
export async function readRotationState(
  request: TenantRequest,
  parts: { systems: Systems; credentials: TenantCredentialStore },
  context: ReadContext,
): Promise<RotationState> {
  const { recordedSecrets, ...state } = await readTenantState(
    request,
    parts,
    context,
  );
  const { connection } = requireUsableConnection(
    state.connections,
    request.kmsId,
  );
  const { systems } = parts;
  if (connection.kmsType !== ACCOUNTS) {
    const { tokenSecret } = tenantObjectNames(connection);
    const isOwn = recordedSecrets.has(tokenSecret);
    // A Secret of another name the portal may not look at.
    const otherSecrets = isOwn ? [] : [...recordedSecrets].sort();
    return { ...state, otherAccounts: [], otherSecrets };
  }
  const [login, otherAccounts] = await Promise.all([
    readLogin(connection, { request, state, systems }, context),
    readOtherAccounts(connection, { request, state, systems }, context),
  ]);
  return { ...state, login, otherAccounts, otherSecrets: [] };
}

type Place = { request: TenantRequest; state: TenantState; systems: Systems };

async function readLogin(
  connection: KmsConnection,
  { request, state, systems }: Place,
  { now, signal }: ReadContext,
): Promise<RotationState['login']> {
  const { setup, custodyNames } = systems.kms(state.kms.name);
  const place = loginPlace(connectionInForce(connection, state.configMap));
  return {
    role: await observe(now, () => setup.readAuthRole(place, { signal })),
    setUp: custodyNames.ofCluster(request.cluster),
  };
}

async function readOtherAccounts(
  connection: KmsConnection,
  { request, state, systems }: Place,
  { signal }: ReadContext,
): Promise<RotationState['otherAccounts']> {
  const { cluster, namespace } = request;
  const { reader } = systems.cluster(cluster);
  const configMap = valueOf(state.connections);
  const { connections } = parseConnections(configMap);
  const names = new Set(
    connections
      .filter(({ kmsType }) => kmsType === ACCOUNTS)
      .map(it => tenantObjectNames(it).serviceAccount),
  );
  names.delete(tenantObjectNames(connection).serviceAccount);
  const found = await Promise.all(
    [...names].map(name =>
      reader.get('ServiceAccount', { namespace, name, signal }),
    ),
  );
  return found.flatMap(it => it ?? []);
}
