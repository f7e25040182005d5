import type {
  TenantOnboardRequest,
  TenantState,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../../custody';
import type { Systems } from '../../systems';
import type { ReadContext } from './ReadContext';
import { readNewNamespace } from './readNewNamespace';
import { readTenantState } from './readTenantState';

/** The tenant as it is, and how its namespace can be made where there is none. */
export async function readOnboardState(
  request: TenantOnboardRequest,
  parts: { systems: Systems; credentials: TenantCredentialStore },
  context: ReadContext,
): Promise<TenantState> {
  const state = await readTenantState(request, parts, context);
  if (state.namespace || !request.createNamespace) return state;
  const cluster = parts.systems.cluster(request.cluster);
  const { namespace } = request;
  return {
    ...state,
    newNamespace: await readNewNamespace(cluster, namespace, context),
  };
}
