import { startSandbox } from '../startSandbox';
import { connect } from '../wire/connect';
import { at, textOf } from '../wire/json';

it('renews a token by accessor, and ends one in time', async () => {
  let now = new Date('2026-01-01T00:00:00Z');
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
  };
  const sandbox = await startSandbox({ clock: () => now, seed: true });
  const { url, portalToken } = sandbox.vault;
  const headers = { 'x-vault-token': portalToken };
  const portal = connect({ url: `${url}/v1/auth/token/`, headers });
  const request = { entity_alias: 'sandbox.payments' };
  const { body } = await portal('POST', 'create/csi-tenant', request);
  const accessor = textOf(at(body, 'auth', 'accessor'));
  const look = () => portal('POST', 'lookup-accessor', { accessor });
  later(20);
  await portal('POST', 'renew-self');
  await portal('POST', 'renew-accessor', { accessor });
  const data = { id: '', ttl: 2592000, role: 'csi-tenant', orphan: true };
  expect(at((await look()).body, 'data')).toMatchObject(data);
  later(25);
  expect(JSON.stringify(await look())).toContain('invalid token');
  await sandbox.stop();
});
