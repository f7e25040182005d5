import {
  platformReadPermission,
  tenantCreatePermission,
  tenantKeysDestroyPermission,
} from 'backstage-plugin-volume-encryption-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import {
  capabilities,
  exampleTenant,
  noReceipts,
  tenantPage,
} from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { TenantsScreens } from './TenantsScreens';

const ROUTE = '/volume-encryption/tenants';

const unreachable = {
  source: 'cluster' as const,
  name: 'dr',
  code: 'cluster-unreachable',
  message: 'It does not answer.',
};

describe('the tenants', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/receipts', noReceipts);
  });

  it('shows each with its custody, KMS, credential, days and volumes', async () => {
    const account = exampleTenant({
      namespace: 'insurance',
      id: 'prod.insurance',
      owner: undefined,
      project: { displayName: 'Insurance', requester: 'jane' },
      custody: 'vaulttenantsa',
      credential: {
        kind: 'tenant-service-account',
        state: 'live',
        message: 'It does not end.',
      },
    });
    backend.answers(
      '/tenants',
      tenantPage({ items: [exampleTenant(), account] }),
    );
    openScreen();
    const payments = await rowOf('payments');
    for (const text of ['on prod', 'vaulttokens', 'vault', 'Live', '3']) {
      expect(within(payments).getByText(text)).toBeVisible();
    }
    expect(within(payments).getByText('21 days left')).toBeVisible();
    const insurance = await rowOf('insurance');
    expect(within(insurance).getByText('serves nobody')).toBeVisible();
    expect(
      within(insurance).getByText(
        'OpenShift project “Insurance”, requested by jane',
      ),
    ).toBeVisible();
    expect(
      within(insurance).getByText('logs in anew for each volume'),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Tenants (2)' })).toBeVisible();
  });

  it.each([
    ['expiring', 'Expiring', 2, '2 days left'],
    ['expiring', 'Expiring', 0, 'less than a day left'],
    ['expired', 'Expired', 0, undefined],
    ['missing', 'Missing', undefined, undefined],
    ['lost', 'Not known to the KMS', undefined, undefined],
    ['foreign', 'Not delivered by us', undefined, undefined],
    ['refused', 'Login refused', undefined, undefined],
    ['unknown', 'Unknown', undefined, undefined],
  ] as const)('says %s in words', async (state, words, daysLeft, days) => {
    const { credential } = exampleTenant();
    backend.answers(
      '/tenants',
      tenantPage({
        items: [
          exampleTenant({ credential: { ...credential, state, daysLeft } }),
        ],
      }),
    );
    openScreen();
    const row = await rowOf('payments');
    expect(within(row).getByText(words)).toBeVisible();
    const note = within(row).queryByText(/left/);
    expect(note?.textContent).toBe(days);
  });

  it('says of owner and volumes that they are not known', async () => {
    const unread = exampleTenant({
      ...{ owner: undefined, ownerKnown: false, volumes: undefined },
    });
    backend.answers('/tenants', tenantPage({ items: [unread] }));
    openScreen();
    const row = await rowOf('payments');
    expect(within(row).getAllByText('not known')).toHaveLength(2);
    expect(within(row).queryByText('serves nobody')).toBeNull();
  });

  it('opens a tenant at an address of its own', async () => {
    backend.answers('/tenants', tenantPage());
    openScreen();
    expect(
      await screen.findByRole('link', { name: 'Tenant payments on prod' }),
    ).toHaveAttribute(
      'href',
      '/volume-encryption/tenants/prod/payments?custody=vaulttokens&kms=vault',
    );
  });

  it('asks for the page and the search that the address names', async () => {
    let asked = '';
    backend.use(
      http.get('*/api/volume-encryption/tenants', ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.json(tenantPage({ total: 45, offset: 20 }));
      }),
    );
    openScreen('?page=2&search=pay');
    await rowOf('payments');
    expect(asked).toBe('?limit=20&offset=20&search=pay');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('page=3'),
    );
    expect(screen.getByLabelText(/Find by namespace/)).toHaveValue('pay');
  });

  it('leads back from behind the last page', async () => {
    backend.answers(
      '/tenants',
      tenantPage({ items: [], total: 3, offset: 80 }),
    );
    openScreen('?page=5');
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        /^\/volume-encryption\/tenants$/,
      ),
    );
  });

  it('says what to do when there is none', async () => {
    backend.answers('/tenants', tenantPage({ items: [] }));
    openScreen();
    expect(await screen.findByText(/There is no tenant yet/)).toBeVisible();
  });

  it('never calls a failed read "no tenant"', async () => {
    backend.answers(
      '/tenants',
      tenantPage({ items: [], problems: [unreachable] }),
    );
    openScreen();
    expect(await screen.findByText(/No tenant could be read/)).toBeVisible();
    expect(screen.getByText(/Cluster dr could not be read/)).toBeVisible();
    expect(screen.queryByText(/There is no tenant yet/)).toBeNull();
  });

  it('tries again after an error', async () => {
    backend.fails('/tenants', 'timeout', 'Too slow.');
    openScreen();
    expect(
      await screen.findByText(/The tenants could not be read: Too slow/),
    ).toBeVisible();
    backend.answers('/tenants', tenantPage());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf('payments')).toBeVisible();
  });

  it('says which permission is missing when it is refused meanwhile', async () => {
    backend.fails('/tenants', 'not-allowed', 'You may not.');
    openScreen();
    expect(
      await screen.findByText('Not yours to see: the tenants'),
    ).toBeVisible();
    expect(screen.getByText(platformReadPermission.name)).toBeVisible();
  });

  it('offers only what the user may do', async () => {
    backend.answers('/tenants', tenantPage());
    openScreen();
    expect(
      await screen.findByRole('button', { name: 'Onboard a tenant' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/create/templates/default/tenant-onboard'),
    );
    expect(
      screen.getByRole('button', { name: 'Shred an offboarded tenant' }),
    ).toBeVisible();
  });

  it('offers nothing else', async () => {
    backend.answers(
      '/capabilities',
      capabilities([
        tenantCreatePermission.name,
        tenantKeysDestroyPermission.name,
      ]),
    );
    backend.answers('/tenants', tenantPage());
    openScreen();
    await rowOf('payments');
    expect(
      await screen.findByText('No tenant was shredded yet.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Onboard|Shred/ })).toBeNull();
  });

  it('shows receipts with what remains, in words', async () => {
    backend.answers('/tenants', tenantPage());
    backend.answers('/receipts', {
      ...noReceipts,
      total: 1,
      items: [
        {
          tenantId: 'prod.old',
          kms: 'vault',
          mount: 'csi/prod.old',
          mountRemoved: false,
          finished: false,
          destroyed: [{ name: 'a', versions: 2 }],
          remaining: [
            { name: 'csi/prod.old', reason: 'The mount is not ours.' },
          ],
          at: '2026-11-24T19:58:00Z',
          requestedBy: 'user:default/guest',
        },
      ],
    });
    openScreen();
    const receipts = await screen.findByRole('table', { name: 'Receipts' });
    for (const text of ['prod.old', '1 thing', 'user:default/guest']) {
      expect(within(receipts).getByText(text)).toBeVisible();
    }
    expect(receipts).toHaveTextContent('The mount is not ours.');
    expect(within(receipts).getByText('Not finished')).toBeVisible();
    expect(receipts).toHaveTextContent('Run it again');
    await userEvent.click(
      within(receipts).getByText('1', { selector: 'summary' }),
    );
    expect(await within(receipts).findByText('a')).toBeVisible();
    expect(receipts).toHaveTextContent('a, 2 versions');
    expect(
      within(receipts).getByRole('button', {
        name: 'Download receipt-prod.old.json',
      }),
    ).toBeVisible();
    expect(receipts).toHaveTextContent('still there');
    expect(receipts).toHaveTextContent('2026-11-24 19:58 UTC');
  });

  it.each([
    ['Finished', { finished: true, remaining: [] }],
    ['Not proven', { finished: false, remaining: [] }],
    [
      'Not proven',
      { finished: true, remaining: [{ name: 'pv-1', reason: 'Denied.' }] },
    ],
  ])('calls a receipt %s by %j', async (label, its) => {
    backend.answers('/tenants', tenantPage());
    const receipt = {
      ...{ tenantId: 'prod.old', kms: 'vault', mount: 'csi/prod.old' },
      ...{ mountRemoved: true, destroyed: [], at: '2026-11-24T19:58:00Z' },
      requestedBy: 'user:default/guest',
    };
    const backups = { name: 'backups of KMS "vault"', reason: 'Who knows.' };
    const remaining = [backups, ...its.remaining];
    const items = [{ ...receipt, ...its, remaining }];
    backend.answers('/receipts', { ...noReceipts, total: 1, items });
    openScreen();
    expect(await screen.findByText(label)).toBeVisible();
  });
});

async function rowOf(namespace: string): Promise<HTMLElement> {
  const table = await screen.findByRole('table', { name: 'Tenants' });
  const link = within(table).getByRole('link', {
    name: `Tenant ${namespace} on prod`,
  });
  const row = within(table)
    .getAllByRole('row')
    .find(one => one.contains(link));
  if (!row) throw new Error(`no row of ${namespace}`);
  return row;
}

function openScreen(rest?: string) {
  return renderPlatform(<TenantsScreens path={ROUTE} />, {
    route: ROUTE,
    rest,
  });
}
