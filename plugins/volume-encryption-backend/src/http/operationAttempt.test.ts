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

  it.each([
    ['a token', 'hvs.CAESIJlcanary'],
    ['a token of OpenBao', 's.aaaaaaaaaaaaaaaaaaaacanary'],
    ['a passphrase', 'Xk3canary_Zf-0pQ'],
    ['a JWT', 'eyJhbGciOiJSUzI1NiIs.eyJpc3MiOiJrdWJl.canary'],
  ])('has not %s that was pasted into a name', (_, pasted) => {
    const fields = {
      ...{ cluster: pasted, namespace: pasted, name: pasted },
      ...{ storageClass: pasted, entityRef: `${pasted} ${pasted}` },
    };
    const requests: OperationRequest[] = [
      {
        operation: 'claim',
        size: '1Gi',
        accessMode: 'ReadWriteOnce',
        volumeMode: 'Filesystem',
        ...fields,
      },
      { operation: 'key-rotation', schedule: pasted, ...fields },
      {
        operation: 'kms-connection',
        ...{ cluster: 'prod', kmsId: 'vault' },
        options: { [`-${pasted}`]: 'x' },
      },
    ];
    for (const asked of requests) {
      expect(JSON.stringify(metaOf(asked))).not.toContain('canary');
    }
    expect(metaOf(requests[0])).toMatchObject({
      namespace: '(not a valid name)',
    });
  });

  it('has no token in place of the id of a KMS', () => {
    const kmsId = 'hvs.CAESIJlcanary';
    const asked = { operation: 'tenant-renew', ...place, kmsId } as const;
    expect(JSON.stringify(metaOf(asked))).not.toContain('canary');
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
