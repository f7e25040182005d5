import { ANNOTATION_OWNER } from '../contract/annotations';
import { parseObject } from './parseObject';

const metadata = { name: 'web', creationTimestamp: '2026-03-01T10:00:00Z' };
const sets = (manager: string, name: string) => ({
  manager,
  fieldsV1: { 'f:metadata': { 'f:annotations': { '.': {}, [name]: {} } } },
});

it('names who set the owner', () => {
  const managedFields = [
    { manager: 'kube-controller-manager', fieldsV1: { 'f:status': {} } },
    sets('helm', 'f:team'),
    sets('kubectl-annotate', `f:${ANNOTATION_OWNER}`),
  ];
  expect(
    parseObject('Namespace', { metadata: { ...metadata, managedFields } })
      .ownerSetBy,
  ).toBe('kubectl-annotate');
});

it.each([undefined, [], [{ manager: 'helm' }]])(
  'names nobody where the metadata has %j',
  managedFields => {
    expect(
      parseObject('Namespace', { metadata: { ...metadata, managedFields } })
        .ownerSetBy,
    ).toBeUndefined();
  },
);
