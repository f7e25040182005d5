import { textAt, valueAt } from '../access/fields';
import type { JsonApi } from '../access/jsonApi';

const FIELD_MANAGER = 'volume-encryption-testbed';

/** Path and plural name of each kind that a manifest of ours may have. */
const RESOURCES: Record<string, string> = {
  Namespace: 'namespaces',
  ServiceAccount: 'serviceaccounts',
  ConfigMap: 'configmaps',
  Deployment: 'deployments',
  ClusterRole: 'clusterroles',
  ClusterRoleBinding: 'clusterrolebindings',
  CustomResourceDefinition: 'customresourcedefinitions',
  ValidatingAdmissionPolicy: 'validatingadmissionpolicies',
  ValidatingAdmissionPolicyBinding: 'validatingadmissionpolicybindings',
};

/** Server-side applies the objects in their order; safe to do again. */
export async function applyManifests(
  kubernetes: JsonApi,
  manifests: unknown[],
): Promise<void> {
  for (const manifest of manifests) {
    await kubernetes.demand({
      method: 'PATCH',
      path: `${objectPath(manifest)}?fieldManager=${FIELD_MANAGER}`,
      body: manifest,
      contentType: 'application/apply-patch+yaml',
    });
  }
}

function objectPath(manifest: unknown): string {
  const kind = textAt(manifest, 'kind');
  const resource = RESOURCES[kind];
  if (!resource) throw new Error(`no path is known for the kind ${kind}`);
  const version = textAt(manifest, 'apiVersion');
  const group = version.includes('/') ? `/apis/${version}` : `/api/${version}`;
  const namespace = valueAt(manifest, ['metadata', 'namespace']);
  const scope = typeof namespace === 'string' ? `/namespaces/${namespace}` : '';
  return `${group}${scope}/${resource}/${textAt(manifest, 'metadata', 'name')}`;
}
