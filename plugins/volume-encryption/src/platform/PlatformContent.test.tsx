import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import {
  exampleCoverage,
  findingPage,
  platformVolumePage,
} from '../__testUtils__/exampleOverview';
import { exampleTrend } from '../__testUtils__/exampleTrend';
import {
  capabilities,
  noReceipts,
  tenantPage,
} from '../__testUtils__/examplePlatform';
import { renderAt } from '../rendering/__testUtils__/renderPlatform';
import { PlatformContent } from './PlatformContent';

describe('the page of the platform team', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/coverage', exampleCoverage());
    backend.answers('/overview/trend', exampleTrend());
    backend.answers('/findings', findingPage());
    backend.answers('/volumes', platformVolumePage());
    backend.answers('/tenants', tenantPage());
    backend.answers('/receipts', noReceipts);
    backend.answers('/clusters', { items: [] });
    backend.answers('/kms', { items: [] });
    backend.answers('/storage-classes', {
      ...{ items: [], defaults: [], problems: [] },
    });
  });

  it('tells who may not see it what to ask for', async () => {
    backend.answers(
      '/capabilities',
      capabilities([platformReadPermission.name]),
    );
    openScreen('/tenants');
    expect(
      await screen.findByText(
        'Not yours to see: the pages of the platform team',
      ),
    ).toBeVisible();
    expect(screen.getByText(platformReadPermission.name)).toBeVisible();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it('takes an answer without the permission for no permission', async () => {
    backend.answers('/capabilities', { items: [] });
    openScreen('/tenants');
    expect(await screen.findByText(/Not yours to see/)).toBeVisible();
  });

  it('says so when rights cannot be asked for', async () => {
    backend.fails('/capabilities', 'timeout', 'Too slow.');
    openScreen('/tenants');
    expect(
      await screen.findByText(/Your rights could not be read: Too slow/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('shows progress until it knows', async () => {
    backend.use(
      http.get('*/capabilities', async () => {
        await delay('infinite');
        return HttpResponse.json({});
      }),
    );
    openScreen('/tenants');
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
  });

  it.each(['', '/', '/nonsense/x'])('opens the overview at "%s"', async at => {
    openScreen(at);
    expect(
      await screen.findByRole('table', { name: 'Findings' }),
    ).toBeVisible();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '/volume-encryption/overview',
    );
    expect(screen.getAllByRole('tab')[0]).toHaveTextContent('Overview');
  });

  it('has an address for each tab', async () => {
    openScreen('/tenants');
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Clusters and Vaults' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        /^\/volume-encryption\/health$/,
      ),
    );
    expect(
      await screen.findAllByText(/No cluster is configured/),
    ).not.toHaveLength(0);
    expect(
      screen.getByRole('tab', { name: 'Clusters and Vaults' }),
    ).toHaveAttribute('aria-selected', 'true');
  });
});

function openScreen(rest: string) {
  const route = '/volume-encryption';
  return renderAt(<PlatformContent />, { route, rest });
}
