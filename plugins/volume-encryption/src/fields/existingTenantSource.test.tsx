import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import { exampleTenant, tenantPage } from '../__testUtils__/examplePlatform';
import { renderTemplateForm } from '../rendering/__testUtils__/renderTemplateForm';
import { volumeExistingTenantPicker } from './fieldExtensions';

const tenant = {
  type: 'object',
  title: 'Tenant',
  'ui:field': 'VolumeExistingTenantPicker',
};
const payments = {
  cluster: 'prod',
  namespace: 'payments',
  kmsId: 'vault-tokens',
};

describe('VolumeExistingTenantPicker', () => {
  const backend = startBackend();

  it('offers each tenant by each of its connections, and gives all its names', async () => {
    const other = exampleTenant({
      namespace: 'insurance',
      id: 'prod.insurance',
      owner: undefined,
      custody: 'vaulttenantsa',
      kmsIds: ['a', 'b'],
    });
    const without = exampleTenant({ namespace: 'lost', kmsIds: [] });
    const unread = exampleTenant({ namespace: 'unread', kmsIds: undefined });
    const dark = exampleTenant({
      ...{ namespace: 'dark', owner: undefined, ownerKnown: false },
    });
    backend.answers(
      '/tenants',
      tenantPage({ items: [exampleTenant(), other, without, unread, dark] }),
    );
    const { onCreate } = renderForm();
    await userEvent.click(await enabledField());
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'payments on prod (vaulttokens)KMS connection vault-tokens, serves group:default/payments',
      'insurance on prod (vaulttenantsa), aKMS connection a, serves nobody',
      'insurance on prod (vaulttenantsa), bKMS connection b, serves nobody',
      'lost on prod (vaulttokens)No KMS connection of cluster prod fits its custody.',
      'unread on prod (vaulttokens)Which KMS connections cluster prod has is not known.',
      'dark on prod (vaulttokens)KMS connection vault-tokens, whom it serves is not known',
    ]);
    expect(options[3]).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(within(options[2]).getByText(/, b/));
    await finish();
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({
        tenant: {
          ...{ cluster: 'prod', namespace: 'insurance', kmsId: 'b' },
          ...{ custody: 'vaulttenantsa', kms: 'vault' },
        },
      }),
    );
  });

  it('takes the tenant of a link', async () => {
    backend.answers('/tenants', tenantPage());
    const { onCreate } = renderForm(payments);
    await waitFor(async () =>
      expect(await enabledField()).toHaveValue(
        'payments on prod (vaulttokens)',
      ),
    );
    await finish();
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({ tenant: payments }),
    );
  });

  it('refuses one of a link that is no tenant any more', async () => {
    backend.answers('/tenants', tenantPage({ items: [] }));
    const { onCreate } = renderForm(payments);
    expect(await screen.findByText(/There is no tenant yet/)).toBeVisible();
    await finish();
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('reads all pages', async () => {
    backend.use(
      http.get('*/api/volume-encryption/tenants', ({ request }) => {
        const offset = Number(new URL(request.url).searchParams.get('offset'));
        const items = [exampleTenant({ namespace: `from-${offset}` })];
        return HttpResponse.json(tenantPage({ total: 501, offset, items }));
      }),
    );
    renderForm();
    await userEvent.click(await enabledField());
    expect(await screen.findByText(/^from-0 on prod/)).toBeVisible();
    expect(screen.getByText(/^from-500 on prod/)).toBeVisible();
  });

  it('says whom to ask when it is refused', async () => {
    backend.fails('/tenants', 'not-allowed', 'You may not.');
    renderForm();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not. Ask whoever keeps the permission policy',
    );
  });
});

async function enabledField(): Promise<HTMLElement> {
  await waitFor(() => expect(screen.getByLabelText(/Tenant/)).toBeEnabled());
  return screen.getByLabelText(/Tenant/);
}

async function finish() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  const create = screen.queryByRole('button', { name: 'Create' });
  if (create) await userEvent.click(create);
}

function renderForm(value?: Record<string, string>) {
  const { name, component, validation } = volumeExistingTenantPicker;
  return renderTemplateForm({
    extensions: [{ name, component, validation }],
    properties: { tenant },
    values: value ? { tenant: value } : {},
  });
}
