import type { Call } from './Call';
import { refusalOf } from './refusal';
import { resourceOf } from './resources';

const call: Call = {
  verb: 'apply',
  resource: resourceOf('PersistentVolumeClaim'),
  namespace: 'payments',
  name: 'data',
};
const refused = (status: number, body: object) =>
  refusalOf('prod', call, {
    status,
    text: JSON.stringify({ kind: 'Status', ...body }),
  });

it.each([
  [
    'another manager "kubectl" owns .spec.resources',
    'conflict with "kubectl" using v1',
  ],
  ['another manager owns .spec.resources', 'a text without a manager'],
])('names the owner of a field: %s', (words, message) => {
  const causes = [{ field: '.spec.resources', reason: 'F', message }];
  expect(refused(409, { details: { causes } })).toMatchObject({
    code: 'conflict',
    field: '.spec.resources',
    message: expect.stringContaining(words),
  });
});

it.each([
  [
    'ResourceQuota "storage" is used up; delete claims that are not needed',
    'persistentvolumeclaims "data" is forbidden: exceeded quota: storage, requested: requests.storage=1Gi',
  ],
  [
    'ResourceQuota "storage" is not counted yet; try again in a moment',
    'persistentvolumeclaims "data" is forbidden: status unknown for quota: storage, resources: requests.storage',
  ],
  [
    '1Ti is asked for, and the maximum of the namespace is 100Gi (LimitRange); ask for a size within it',
    'persistentvolumeclaims "data" is forbidden: maximum storage usage per PersistentVolumeClaim is 100Gi, but request is 1Ti',
  ],
  [
    'admission webhook "policy.example" refuses it',
    'admission webhook "policy.example" denied the request: canary',
  ],
  ['allow it in RBAC', 'User "x" cannot patch resource "canary"'],
])('tells what forbids: %s', (words, message) => {
  const error = refused(403, { message });
  expect(error).toMatchObject({ code: 'cluster-denied' });
  expect(error.message).toContain(words);
  expect(error.message).not.toContain('canary');
});

it('tells that a namespace is being deleted', () => {
  const causes = [{ field: 'metadata', reason: 'NamespaceTerminating' }];
  expect(refused(403, { details: { causes } })).toMatchObject({
    code: 'conflict',
    message: 'Namespace "payments" of cluster "prod" is being deleted.',
  });
});

it('names every field that is not valid', () => {
  const causes = [
    { field: 'spec.accessModes', reason: 'FieldValueRequired' },
    { field: 'spec.resources[storage]', reason: 'FieldValueInvalid' },
  ];
  expect(refused(422, { details: { causes } })).toMatchObject({
    code: 'invalid-input',
    field: 'spec.accessModes',
    message: expect.stringContaining(
      'spec.accessModes (FieldValueRequired), spec.resources[storage] (FieldValueInvalid)',
    ),
  });
});
