import { Json } from '../wire/json';
import { resources } from './resources';

const versions = ['v1'];
const group = { groupVersion: 'storage.k8s.io/v1', version: 'v1' };
const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

const listOf = (groupVersion: string, of: string): Json => ({
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion,
  resources: resources
    .filter(resource => resource.group === of)
    .map(({ plural: name, kind, namespaced }) => {
      const singularName = kind.toLowerCase();
      return { name, singularName, namespaced, kind, verbs };
    }),
});

/** The fixed documents by which clients find their way, by path. */
export const discovery: Record<string, Json> = {
  healthz: 'ok',
  livez: 'ok',
  readyz: 'ok',
  version: { major: '1', minor: '37', gitVersion: 'v1.37.2-sandbox' },
  api: { kind: 'APIVersions', versions },
  'api/v1': listOf('v1', ''),
  apis: {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [
      { name: 'storage.k8s.io', versions: [group], preferredVersion: group },
    ],
  },
  'apis/storage.k8s.io/v1': listOf('storage.k8s.io/v1', 'storage.k8s.io'),
};
