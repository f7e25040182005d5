import { kubernetesApi, valueAt, type Testbed } from 'testbed';
import { until } from './until';

const BINDINGS = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
const NAME = 'volume-encryption-portal-tenant-tokens';
const SECRET = '/api/v1/namespaces/default/secrets/ceph-csi-kms-token';

/**
 * Does something while the portal lacks its rights on tenants' Secrets, as where
 * every tenant uses `vaulttenantsa` (deploy/kubernetes/portal-rbac.yaml).
 */
export async function withoutTokenRights(
  { kubernetes }: Testbed,
  portalToken: string,
  doIt: () => Promise<void>,
): Promise<void> {
  const admin = kubernetesApi(kubernetes);
  const portal = kubernetesApi(kubernetes, portalToken);
  const isDenied = async () =>
    (await portal.send({ method: 'GET', path: SECRET })).status === 403;
  const path = `${BINDINGS}/${NAME}`;
  const { body } = await admin.demand({ method: 'GET', path });
  await admin.demand({ method: 'DELETE', path });
  await until(isDenied);
  try {
    await doIt();
  } finally {
    await admin.demand({
      method: 'POST',
      path: BINDINGS,
      body: {
        metadata: { name: NAME },
        roleRef: valueAt(body, ['roleRef']),
        subjects: valueAt(body, ['subjects']),
      },
    });
    await until(async () => !(await isDenied()));
  }
}
