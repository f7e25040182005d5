import { screen, within } from '@testing-library/react';
import {
  tenantDeletePermission,
  tenantKeysDestroyPermission,
  tenantUpdatePermission,
} from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import {
  capabilities,
  exampleInspection,
  exampleTenant,
} from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { TenantsScreens } from './TenantsScreens';

const ROUTE = '/volume-encryption/tenants';

const TENANT = '/tenants/prod/payments';

describe('the page of a tenant', () => {
  const backend = startBackend();
  beforeEach(() => backend.answers('/capabilities', capabilities()));

  it('shows the credential with its evidence', async () => {
    backend.answers(TENANT, exampleInspection());
    openScreen('/prod/payments');
    const panel = await screen.findByRole('region', {
      name: 'payments on prod',
    });
    for (const text of [
      'e-1',
      'csi-tenant-tok',
      '10.0.0.0/8',
      'cluster=prod, namespace=payments',
      '2026-11-20 08:00 UTC',
      '2026-12-15 08:00 UTC',
      '2026-12-07 08:00 UTC',
      'csi/prod.payments',
      'vault-tokens',
    ]) {
      expect(within(panel).getByText(text)).toBeVisible();
    }
    expect(within(panel).getAllByText('21 days left')).toHaveLength(2);
    expect(screen.getByText('All is as it should be.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All tenants' })).toHaveAttribute(
      'href',
      '/volume-encryption/tenants',
    );
  });

  it('shows what OpenShift says of its project beside whom it serves', async () => {
    const project = {
      displayName: 'Payments',
      description: 'All that pays',
      requester: 'jane',
    };
    const tenant = exampleTenant({ owner: undefined, project });
    backend.answers(TENANT, { ...exampleInspection(), tenant });
    openScreen('/prod/payments');
    const panel = await screen.findByRole('region', {
      name: 'payments on prod',
    });
    for (const text of [
      ...['Payments', 'All that pays', 'jane', 'serves nobody'],
    ]) {
      expect(within(panel).getByText(text)).toBeVisible();
    }
  });

  it('has no days left of a token that has ended', async () => {
    const inspection = exampleInspection();
    const { tenant } = inspection;
    const credential = {
      ...tenant.credential,
      state: 'expired' as const,
      daysLeft: 0,
    };
    backend.answers(TENANT, {
      ...inspection,
      tenant: { ...tenant, credential },
    });
    openScreen('/prod/payments');
    expect(await screen.findByText('ended')).toBeVisible();
    expect(screen.queryByText('less than a day left')).toBeNull();
  });

  it('does not call well what it could not tell of the credential', async () => {
    const inspection = exampleInspection();
    const { tenant } = inspection;
    const credential = { ...tenant.credential, state: 'unknown' as const };
    backend.answers(TENANT, {
      ...inspection,
      tenant: { ...tenant, credential },
    });
    openScreen('/prod/payments');
    expect(await screen.findByText(/not all could\./)).toBeVisible();
    expect(screen.queryByText('All is as it should be.')).toBeNull();
  });

  it('says what a token without bound addresses means', async () => {
    backend.answers(
      TENANT,
      exampleInspection({ identity: { policies: [], meta: {} } }),
    );
    openScreen('/prod/payments');
    expect(await screen.findByText(/can use it from anywhere/)).toBeVisible();
  });

  it('says that the identity is not known when the KMS did not say', async () => {
    backend.answers(TENANT, exampleInspection({ identity: undefined }));
    openScreen('/prod/payments');
    expect(
      await screen.findByText('not known: the KMS did not say'),
    ).toBeVisible();
  });

  it('names each difference and how to mend it', async () => {
    backend.answers(
      TENANT,
      exampleInspection({
        drift: [
          {
            code: 'config-differs',
            severity: 'error',
            object: 'ConfigMap payments/ceph-csi-kms-config',
            message: 'It names another mount.',
            expected: 'csi/prod.payments',
            actual: 'csi/other',
            remedy: 'Rotate the tenant.',
          },
        ],
      }),
    );
    openScreen('/prod/payments');
    const list = await screen.findByRole('list', { name: 'Differences' });
    for (const text of [
      'error',
      'ConfigMap payments/ceph-csi-kms-config',
      'It names another mount.',
      'csi/other',
      'Rotate the tenant.',
    ]) {
      expect(within(list).getByText(text)).toBeVisible();
    }
  });

  it('tells the keys apart by who wrote them and what they open', async () => {
    backend.answers(TENANT, exampleInspection());
    openScreen('/prod/payments');
    const [, ours, foreign, left] = within(
      await screen.findByRole('table', { name: 'Keys' }),
    ).getAllByRole('row');
    expect(ours).toHaveTextContent('Yes');
    expect(ours).toHaveTextContent('payments/ledger-data (pvc-1)');
    expect(foreign).toHaveTextContent('No');
    expect(foreign).toHaveTextContent('entity somebody');
    expect(foreign).toHaveTextContent('pvc-2 on dr');
    expect(foreign).toHaveTextContent('It is looked for elsewhere.');
    expect(left).toHaveTextContent('Unknown');
    expect(left).toHaveTextContent('the KMS does not say');
    expect(left).toHaveTextContent('Of no volume');
    expect(left).toHaveTextContent('No volume or snapshot has this handle.');
    expect(left).toHaveTextContent('Deleted, can be restored');
  });

  it('calls nothing in order when not all was read', async () => {
    backend.answers(
      TENANT,
      exampleInspection({
        problems: [
          {
            source: 'cluster',
            name: 'prod',
            code: 'cluster-unreachable',
            message: 'It does not answer.',
          },
        ],
      }),
    );
    openScreen('/prod/payments');
    expect(
      await screen.findByText(
        'No difference in what could be read; not all could.',
      ),
    ).toBeVisible();
  });

  it('says what is next when there is no key', async () => {
    backend.answers(
      TENANT,
      exampleInspection({
        keys: { total: 0, offset: 0, limit: 20, items: [] },
      }),
    );
    openScreen('/prod/payments');
    expect(await screen.findByText(/The tenant has no key yet/)).toBeVisible();
  });

  it('leads to the templates, filled in', async () => {
    backend.answers(TENANT, exampleInspection());
    openScreen('/prod/payments');
    const names = {
      cluster: 'prod',
      namespace: 'payments',
      kmsId: 'vault-tokens',
    };
    const its = { ...names, custody: 'vaulttokens', kms: 'vault' };
    expect(await formOf('Rotate')).toEqual(['tenant-rotate', { tenant: its }]);
    expect(await formOf('Renew')).toEqual(['tenant-renew', { tenant: its }]);
    expect(await formOf('Change its consent')).toEqual([
      'tenant-consent',
      {
        cluster: 'prod',
        namespace: 'payments',
        owner: 'group:default/payments',
      },
    ]);
    expect(await formOf('Onboard again')).toEqual([
      'tenant-onboard',
      {
        ...{ cluster: 'prod', namespace: 'payments', place: 'there' },
        owner: 'group:default/payments',
        custody: 'vaulttokens',
        tokenConnection: 'vault-tokens',
      },
    ]);
    expect(await formOf('Offboard')).toEqual([
      'tenant-offboard',
      { tenant: names },
    ]);
    expect(await formOf('Shred, once offboarded')).toEqual([
      'tenant-shred',
      names,
    ]);
  });

  it('leaves the connection to be chosen where none is known', async () => {
    backend.answers(
      TENANT,
      exampleInspection({ tenant: exampleTenant({ kmsIds: [] }) }),
    );
    openScreen('/prod/payments');
    expect(await formOf('Rotate')).toEqual([
      'tenant-rotate',
      {
        tenant: {
          ...{ cluster: 'prod', namespace: 'payments' },
          ...{ custody: 'vaulttokens', kms: 'vault' },
        },
      },
    ]);
    expect(screen.getByText('none fits')).toBeVisible();
  });

  it('calls nothing a fact that could not be read', async () => {
    const tenant = exampleTenant({
      ...{ owner: undefined, ownerKnown: false },
      ...{ kmsIds: undefined, volumes: undefined },
    });
    backend.answers(TENANT, exampleInspection({ tenant }));
    openScreen('/prod/payments');
    for (const fact of ['Owner', 'KMS connections', 'Volumes']) {
      const term = await screen.findByText(fact, { selector: 'dt' });
      expect(term.nextElementSibling).toHaveTextContent(/^not known$/);
    }
  });

  it('renews no ServiceAccount', async () => {
    const tenant = exampleTenant({ custody: 'vaulttenantsa', kmsIds: ['sa'] });
    backend.answers(TENANT, exampleInspection({ tenant }));
    openScreen('/prod/payments');
    expect(await formOf('Onboard again')).toEqual([
      'tenant-onboard',
      expect.objectContaining({ accountConnection: 'sa' }),
    ]);
    expect(screen.queryByRole('button', { name: 'Renew' })).toBeNull();
  });

  it.each([
    ['Rotate', tenantUpdatePermission],
    ['Offboard', tenantDeletePermission],
    ['Shred, once offboarded', tenantKeysDestroyPermission],
  ])('offers no %s to who may not', async (title, permission) => {
    backend.answers('/capabilities', capabilities([permission.name]));
    backend.answers(TENANT, exampleInspection());
    openScreen('/prod/payments');
    await screen.findByRole('table', { name: 'Keys' });
    expect(screen.queryByRole('button', { name: title })).toBeNull();
    expect(
      screen.getAllByRole('button', { name: /^(Rotate|Offboard|Shred)/ }),
    ).toHaveLength(2);
  });

  it('says which tenant could not be read', async () => {
    backend.fails(TENANT, 'not-found', 'There is no such tenant.');
    openScreen('/prod/payments');
    expect(
      await screen.findByText(
        /Tenant payments on prod could not be read: There is no such tenant/,
      ),
    ).toBeVisible();
  });

  it('says which permission is missing', async () => {
    backend.fails(TENANT, 'not-allowed', 'You may not.');
    openScreen('/prod/payments');
    expect(
      await screen.findByText('volume-encryption.platform.read'),
    ).toBeVisible();
  });
});

/** The template that a button leads to, and what its form is filled with. */
async function formOf(title: string) {
  const button = await screen.findByRole('button', { name: title });
  const address = new URL(button.getAttribute('href') ?? '', 'http://x');
  const form = JSON.parse(address.searchParams.get('formData') ?? '');
  return [address.pathname.split('/').at(-1), form];
}

function openScreen(rest?: string) {
  return renderPlatform(<TenantsScreens path={ROUTE} />, {
    route: ROUTE,
    rest,
  });
}
