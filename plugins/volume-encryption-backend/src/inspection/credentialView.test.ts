import { accountIn, ours } from './__testUtils__/indexOf';
import { accountView } from './credentialView';

const at = '2026-03-01T12:00:00Z';
const deletedAt = '2026-03-01T11:59:00Z';

describe('a ServiceAccount that a tenant logs in with', () => {
  it.each([
    ['live', accountIn('web')],
    ['missing', undefined],
    ['foreign', accountIn('web', {})],
    ['expiring', accountIn('web', { ...ours, deletedAt })],
    ['foreign', accountIn('web', { deletedAt })],
  ])('is %s', (state, value) => {
    expect(accountView({ status: 'observed', value, at })).toMatchObject({
      kind: 'tenant-service-account',
      state,
      checkedAt: at,
    });
  });

  it('says to wait while finalizers hold it', () => {
    const value = accountIn('web', { ...ours, deletedAt });
    const { message } = accountView({ status: 'observed', value, at });
    expect(message).toContain('Wait until it is gone');
  });

  it('is unknown where it could not be read', () => {
    const detail = 'Allow it in RBAC.';
    expect(
      accountView({ status: 'unknown', why: 'denied', detail }),
    ).toMatchObject({ state: 'unknown', message: detail });
  });
});
