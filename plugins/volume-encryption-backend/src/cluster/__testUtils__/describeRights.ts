// One suite for several servers.
/* eslint-disable jest/no-export */

import { valueAt } from '../../network/valueAt';
import { administrate, APPLY, type Administration } from './administrate';
import { wireAs, type ClusterUnderTest } from './ClusterUnderTest';
import rights from './portalRights.json';

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/**
 * The portal's rights as the API server itself tells them
 * (SelfSubjectAccessReview): all of `deploy/kubernetes/portal-rbac.yaml`, and
 * nothing of what would let it act as others.
 */
export function describeRights(cluster: () => ClusterUnderTest): void {
  describe('rights of the portal', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
      const token = { metadata: { name: 'ceph-csi-kms-token' } };
      await admin.create('secrets', token);
      for (const name of ['any', 'ceph-csi-kms-config']) {
        await admin.create('configmaps', { metadata: { name } });
      }
      await admin.create('serviceaccounts', { metadata: { name: 'any' } });
    });

    const mayPortal = async (right: string) => {
      const { body } = await wireAs(cluster(), 'portal')('POST', REVIEWS, {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributesOf(right, admin.namespace) },
      });
      return valueAt(body, 'status', 'allowed');
    };

    it.each(each(rights.granted))('%s', async right => {
      expect(await mayPortal(right)).toBe(true);
    });

    it.each(each(rights.withheld))('not: %s', async right => {
      expect(await mayPortal(right)).toBe(false);
    });

    const applied = (kind: string, name: string) => ({
      apiVersion: 'v1',
      kind,
      metadata: { name },
    });

    it.each([
      ['list configmaps', 200, 'GET', '/configmaps'],
      ['list secrets', 403, 'GET', '/secrets'],
      [
        'list secrets:ceph-csi-kms-token',
        200,
        'GET',
        '/secrets?fieldSelector=metadata.name%3Dceph-csi-kms-token',
      ],
      [
        'get secrets:ceph-csi-kms-token',
        200,
        'GET',
        '/secrets/ceph-csi-kms-token',
      ],
      ['get secrets:other', 403, 'GET', '/secrets/other'],
      ['watch secrets', 403, 'GET', '/secrets?watch=true&timeoutSeconds=1'],
      ['patch configmaps:any', 403, 'PATCH', '/configmaps/any', 'ConfigMap'],
      [
        'patch configmaps:ceph-csi-kms-config',
        200,
        'PATCH',
        '/configmaps/ceph-csi-kms-config',
        'ConfigMap',
      ],
      ['create serviceaccounts', 403, 'POST', '/serviceaccounts'],
      [
        'create serviceaccounts:ceph-csi-vault-sa',
        201,
        'PATCH',
        '/serviceaccounts/ceph-csi-vault-sa',
        'ServiceAccount',
      ],
      ['patch secrets:other', 403, 'PATCH', '/secrets/other', 'Secret'],
      ['patch namespaces', 200, 'PATCH', '', 'Namespace'],
      ['delete namespaces', 403, 'DELETE', ''],
      ['delete configmaps', 403, 'DELETE', '/configmaps/any'],
      [
        'create serviceaccounts/token',
        403,
        'POST',
        '/serviceaccounts/any/token',
      ],
    ])('is told as it is: %s gives %i', async (...row) => {
      const [right, expected, method, path, kind] = row;
      const name = path.split('/').at(2) ?? admin.namespace;
      const body = kind === undefined ? {} : applied(kind, name);
      const asked = kind === undefined ? '' : '?fieldManager=contract';
      const send = wireAs(cluster(), 'portal');
      const place = admin.home + path + asked;
      const { status } = await send(method, place, body, kind && APPLY);
      expect(status).toBe(expected);
      expect(await mayPortal(right)).toBe(status < 300);
    });
  });
}

/** `get,list a,b` stands for the four rights. */
function each(rules: string[]): string[] {
  return rules.flatMap(rule => {
    const [verbs, resources] = rule.split(' ').map(it => it.split(','));
    return verbs.flatMap(verb => resources.map(it => `${verb} ${it}`));
  });
}

/** Of a right written as `verb resource.group/subresource:name`. */
function attributesOf(right: string, namespace: string) {
  const [, verb, resource, group = '', subresource = '', name = ''] =
    right.match(/^(\w+) (\w+)\.?([\w.]+)?\/?(\w+)?:?(\S+)?$/) ?? [];
  return { verb, resource, group, subresource, name, namespace };
}
