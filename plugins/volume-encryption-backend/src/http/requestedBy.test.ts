import { mockCredentials } from '@backstage/backend-test-utils';
import { requestedBy, requireUser } from './requestedBy';

const user = mockCredentials.user('user:default/ada');
const onBehalf = mockCredentials.user('user:default/ada', {
  actor: { subject: 'plugin:scaffolder' },
});
const service = mockCredentials.service('external:ci');

it.each([user, onBehalf])('a user is asked for by name', credentials => {
  expect(requestedBy(credentials)).toBe('user:default/ada');
  expect(() => requireUser(credentials)).not.toThrow();
});

it('a service is told by its subject, and is no user', () => {
  expect(requestedBy(service)).toBe('external:ci');
  expect(() => requireUser(service)).toThrow(
    expect.objectContaining({ code: 'not-allowed' }),
  );
});

it('nobody is no user', () => {
  expect(requestedBy(mockCredentials.none())).toBe('a service');
  expect(() => requireUser(mockCredentials.none())).toThrow();
});
