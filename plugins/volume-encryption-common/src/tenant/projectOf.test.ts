import { parseObject } from '../kubernetes/parseObject';
import type { Namespace } from '../kubernetes/objects';
import { projectOf } from './projectOf';
import { consentedOwner } from './tenant';

function namespaceWith(annotations: Record<string, string>): Namespace {
  return parseObject('Namespace', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'payments',
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations,
    },
  });
}

it('reads what OpenShift says of a project', () => {
  const namespace = namespaceWith({
    'openshift.io/display-name': 'Payments ',
    'openshift.io/description': 'All that pays',
    'openshift.io/requester': 'jane',
    'openshift.io/sa.scc.mcs': 's0:c26,c5',
  });
  expect(projectOf(namespace)).toEqual({
    displayName: 'Payments',
    description: 'All that pays',
    requester: 'jane',
  });
  expect(namespace.meta.annotations).not.toHaveProperty([
    'openshift.io/sa.scc.mcs',
  ]);
});

it('takes neither a name nor a requester for consent', () => {
  const annotations = {
    'openshift.io/display-name': 'group:default/payments',
    'openshift.io/requester': 'group:default/payments',
  };
  expect(consentedOwner(namespaceWith(annotations))).toBeUndefined();
});

it('says nothing of other namespaces, and cuts what is long', () => {
  expect(projectOf(namespaceWith({}))).toBeUndefined();
  const empty = { 'openshift.io/display-name': '' };
  expect(projectOf(namespaceWith(empty))).toBeUndefined();
  const long = { 'openshift.io/description': 'x'.repeat(5000) };
  expect(projectOf(namespaceWith(long))?.description).toHaveLength(200);
});
