// One suite for several servers.
/* eslint-disable jest/no-export */

import { parseJson } from '../../network/exchange';
import { textAt, valueAt } from '../../network/valueAt';
import { administrate, type Administration } from './administrate';
import { wireAs, type ClusterUnderTest } from './ClusterUnderTest';

/** What every API server must do when asked for a ServiceAccount's token. */
export function describeTokenRequest(cluster: () => ClusterUnderTest): void {
  describe('requesting a token', () => {
    let admin: Administration;
    let path: string;
    const name = 'ceph-csi-vault-sa';
    const wish = (expirationSeconds: number) => ({
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds },
    });
    beforeAll(async () => {
      admin = await administrate(cluster());
      path = `${admin.home}/serviceaccounts/${name}/token`;
      await admin.create('serviceaccounts', { metadata: { name } });
    });

    it('is not for the portal, which could act as the tenant', async () => {
      const answer = await wireAs(cluster(), 'portal')('POST', path, wish(600));
      expect(answer).toMatchObject({
        status: 403,
        body: {
          reason: 'Forbidden',
          message: expect.stringMatching(
            `cannot create resource "serviceaccounts/token" in API group "" in the namespace "${admin.namespace}"$`,
          ),
        },
      });
    });

    it('gives a JWT of the account that ends when it was asked to', async () => {
      const { status, body } = await admin.send('POST', path, wish(1200));
      const { exp, iat, sub, aud } = claimsOf(body);
      expect(status).toBe(201);
      expect(Number(exp) - Number(iat)).toBe(1200);
      expect(sub).toBe(`system:serviceaccount:${admin.namespace}:${name}`);
      expect(aud).toEqual(['https://kubernetes.default.svc']);
      const end = Date.parse(
        textAt(body, 'status', 'expirationTimestamp') ?? '',
      );
      expect(end / 1000).toBe(exp);
      expect(valueAt(body, 'spec', 'expirationSeconds')).toBe(1200);
    });

    it('gives what lets in as the account, with its rights only', async () => {
      const { body } = await admin.send('POST', path, wish(600));
      const denied = textAt(body, 'status', 'token') ?? '';
      const tokens = { ...cluster().tokens, denied };
      const send = wireAs({ ...cluster(), tokens }, 'denied');
      const answer = await send('GET', `${admin.home}/secrets`);
      expect(answer).toMatchObject({
        status: 403,
        body: {
          message: `secrets is forbidden: User "system:serviceaccount:${admin.namespace}:${name}" cannot list resource "secrets" in API group "" in the namespace "${admin.namespace}"`,
        },
      });
    });

    it('refuses a token for less than ten minutes', async () => {
      expect(await admin.send('POST', path, wish(5))).toMatchObject({
        status: 422,
        body: {
          reason: 'Invalid',
          message:
            'TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: 5: may not specify a duration less than 10 minutes',
          details: { causes: [{ field: 'spec.expirationSeconds' }] },
        },
      });
    });

    it('refuses a token of an account that is not there', async () => {
      const absent = path.replace(name, 'none');
      expect(await admin.send('POST', absent, wish(600))).toMatchObject({
        status: 404,
        body: { message: 'serviceaccounts "none" not found' },
      });
    });
  });
}

function claimsOf(body: unknown): Record<string, unknown> {
  const [, claims = ''] = (textAt(body, 'status', 'token') ?? '').split('.');
  const parsed = parseJson(Buffer.from(claims, 'base64url').toString());
  return Object(parsed);
}
