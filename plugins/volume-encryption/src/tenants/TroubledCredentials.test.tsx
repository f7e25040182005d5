import { screen, waitFor } from '@testing-library/react';
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

const states = { live: 30, expired: 1, expiring: 2, refused: 1, unknown: 4 };

describe('the credentials that ask for attention', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/receipts', noReceipts);
  });

  it('are not mentioned where none does', async () => {
    backend.answers(
      '/tenants',
      tenantPage({ states: { live: 1, unknown: 1 } }),
    );
    openScreen();
    await screen.findByRole('table', { name: 'Tenants' });
    expect(
      screen.queryByText(/credentials? (has|have|is|are|ends?|was|were) /),
    ).toBeNull();
    expect(screen.queryByRole('link', { name: 'Show all' })).toBeNull();
  });

  it('are counted in one line, the worst first', async () => {
    backend.answers('/tenants', tenantPage({ states }));
    openScreen();
    const ended = await screen.findByRole('link', {
      name: '1 credential has ended',
    });
    expect(ended.parentElement).toHaveTextContent(
      /^1 credential has ended, 1 is refused, 2 end soon$/,
    );
  });

  it.each([
    [{ expired: 2 }, '2 credentials have ended'],
    [{ expiring: 1 }, '1 credential ends soon'],
    [{ missing: 1 }, '1 credential is missing'],
    [{ lost: 2 }, '2 credentials are not known to their KMS'],
    [{ refused: 1200 }, '1,200 credentials are refused'],
    [{ foreign: 1 }, '1 credential was not delivered by us'],
  ])('%j are told of as "%s"', async (counts, words) => {
    backend.answers('/tenants', tenantPage({ states: counts }));
    openScreen();
    expect(await screen.findByRole('link', { name: words })).toBeVisible();
  });

  it('lead to those in that state, and back to all', async () => {
    const asked: string[] = [];
    backend.use(
      http.get('*/api/volume-encryption/tenants', ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(tenantPage({ states, total: 45, offset: 20 }));
      }),
    );
    openScreen('?page=2&search=pay');
    await userEvent.click(
      await screen.findByRole('link', { name: '2 end soon' }),
    );
    await waitFor(() =>
      expect(asked).toContain('?limit=20&offset=0&search=pay&state=expiring'),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent(
      `${ROUTE}?search=pay&state=expiring`,
    );
    expect(screen.getByRole('link', { name: '2 end soon' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    expect(screen.getByText(/is “Expiring” are shown/)).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Show all' }));
    expect(screen.getByLabelText('address')).toHaveTextContent(
      /tenants\?search=pay$/,
    );
  });

  it('say so when none is in that state, with the way back', async () => {
    backend.answers('/tenants', tenantPage({ items: [], states: { live: 3 } }));
    openScreen('?state=expired');
    expect(
      await screen.findByText(
        'No tenant that could be read has a credential that is “Expired”.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/There is no tenant yet/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Show all' })).toHaveAttribute(
      'href',
      ROUTE,
    );
  });

  it('are not asked for by what is no state', async () => {
    let asked = '';
    backend.use(
      http.get('*/api/volume-encryption/tenants', ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.json(tenantPage());
      }),
    );
    openScreen('?state=bad');
    await screen.findByRole('table', { name: 'Tenants' });
    expect(asked).toBe('?limit=20&offset=0');
    expect(screen.queryByRole('link', { name: 'Show all' })).toBeNull();
  });

  it('are as old as the last answer of the KMS', async () => {
    const checkedAt = new Date(Date.now() - 3 * 60_000 - 5_000).toISOString();
    const { credential } = exampleTenant();
    backend.answers(
      '/tenants',
      tenantPage({
        items: [exampleTenant({ credential: { ...credential, checkedAt } })],
      }),
    );
    openScreen();
    expect(await screen.findByText('3 min ago')).toBeVisible();
  });
});

function openScreen(rest?: string) {
  return renderPlatform(<TenantsScreens path={ROUTE} />, {
    route: ROUTE,
    rest,
  });
}
