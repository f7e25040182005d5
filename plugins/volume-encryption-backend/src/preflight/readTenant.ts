import {
  connectionInForce,
  tenantObjectNames,
  unknown,
  valueOf,
  type KmsConnection,
  type PreflightFacts,
  type TenantFacts,
} from 'backstage-plugin-volume-encryption-common';
import { loginFacts, observe, tokenFacts, type VolumeSources } from '../status';
import type { Look } from './Look';

const NOT_NEEDED = unknown('not-applicable', 'The KMS connection needs none.');

/** Nothing is looked for where no connection is known. */
export const NO_TENANT: TenantFacts = {
  configMap: unknown('not-applicable', 'No KMS connection is known.'),
  serviceAccount: NOT_NEEDED,
  namespace: NOT_NEEDED,
  role: NOT_NEEDED,
  tokenSecret: NOT_NEEDED,
  tokenTerm: NOT_NEEDED,
};

/** What the namespace holds for a KMS connection, as it is now. */
export async function readTenant(
  connection: KmsConnection,
  look: Look,
  given: {
    namespace: PreflightFacts['namespace'];
    sources: VolumeSources;
    deadline: Promise<void>;
  },
): Promise<TenantFacts> {
  const { cluster, now, signal, request } = look;
  const place = { namespace: request.namespace, signal };
  const { configMap: name } = tenantObjectNames(connection);
  const configMap = await observe(now, () =>
    cluster.reader.get('ConfigMap', { ...place, name }),
  );
  const inForce = connectionInForce(connection, valueOf(configMap));
  const names = tenantObjectNames(inForce);
  switch (connection.kmsType) {
    case 'vaulttokens': {
      const where = {
        cluster: cluster.name,
        namespace: request.namespace,
        name: names.tokenSecret,
        address: inForce.options.vaultAddress ?? '',
      };
      return { ...NO_TENANT, configMap, ...(await tokenFacts(where, given)) };
    }
    case 'vaulttenantsa': {
      const account = { ...place, name: names.serviceAccount };
      const [serviceAccount, login] = await Promise.all([
        observe(now, () => cluster.reader.get('ServiceAccount', account)),
        loginFacts(inForce, cluster.name, given),
      ]);
      const { namespace } = given;
      return { ...NO_TENANT, configMap, serviceAccount, namespace, ...login };
    }
    default:
      return { ...NO_TENANT, configMap };
  }
}
