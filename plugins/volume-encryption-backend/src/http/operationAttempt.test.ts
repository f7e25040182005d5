import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { operationAttempt, plannedMeta } from './operationAttempt';

const place = { cluster: 'prod', namespace: 'payments' };
const plan = { operation: 'namespace-consent', steps: [], notes: [] } as const;

const metaOf = (asked: OperationRequest) =>
  operationAttempt('operation-run', asked).meta;

describe('the audit log', () => {
  it('has the names of what is asked for', () => {
    const asked = { ...place, kmsId: 'vault', owner: 'group:payments' };
    expect(
      metaOf({
        ...asked,
        operation: 'tenant-onboard',
        createNamespace: true,
      }),
    ).toEqual({
      ...asked,
      actionType: 'tenant-onboard',
      createNamespace: true,
    });
    const rotation = {
      ...place,
      entityRef: 'component:ledger',
      name: 'data',
      schedule: '@weekly',
    };
    expect(metaOf({ operation: 'key-rotation', ...rotation })).toEqual({
      actionType: 'key-rotation',
      ...rotation,
    });
  });

  it('has the names of the options of a connection, and no value', () => {
    const meta = metaOf({
      operation: 'kms-connection',
      cluster: 'prod',
      kmsId: 'vault',
      options: { vaultToken: 'canary', encryptionKMSType: 'vaulttokens' },
    });
    expect(meta).toEqual({
      actionType: 'kms-connection',
      cluster: 'prod',
      kmsId: 'vault',
      options: ['encryptionKMSType', 'vaultToken'],
    });
  });

  it('has not what was typed to confirm', () => {
    const shred = { operation: 'tenant-shred', kmsId: 'vault' } as const;
    const meta = metaOf({ ...shred, ...place, confirm: 'canary' });
    expect(JSON.stringify(meta)).not.toContain('canary');
  });

  it.each([
    [{ to: 'group:default/a' }, { from: null, to: 'group:default/a' }],
    [{ from: 'group:default/a' }, { from: 'group:default/a', to: null }],
  ])('has a change of consent %j', (consent, told) => {
    expect(plannedMeta({ ...plan, consent })).toEqual({ consent: told });
  });

  it('has none where there is none', () => {
    expect(plannedMeta(plan)).toEqual({});
  });
});
