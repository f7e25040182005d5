import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleTrend, trendPoint } from '../__testUtils__/exampleTrend';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { TrendPanel } from './TrendPanel';
import { useVolumeFilter } from './useVolumeFilter';

// They are loaded when they are drawn, which takes a busy machine long.
beforeAll(() => import('./TrendChart'));

const ROUTE = '/volume-encryption/overview';

describe('the coverage over time', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/overview/trend', exampleTrend());
  });

  it('is drawn with a gap where not all is known, and a dot for a day alone', async () => {
    openPanel();
    const chart = await screen.findByRole('img', { name: /over time/ });
    const areas = [...chart.querySelectorAll('.recharts-area-area')];
    expect(areas).toHaveLength(6);
    for (const area of areas) {
      const path = area.getAttribute('d') ?? '';
      // Two days, one, and one: each a shape of its own that begins with M.
      expect(path.match(/M/g)).toHaveLength(3);
      expect(path).not.toContain('NaN');
    }
    // Two days alone, with volumes in three parts of the six.
    expect(chart.querySelectorAll('circle')).toHaveLength(6);
    expect(chart.querySelectorAll('pattern')).toHaveLength(6);
    expect(
      screen.getByText(
        'Gaps: 1 day without dark; 1 day on which nothing was recorded.',
      ),
    ).toBeVisible();
  });

  it('says in words what it shows', async () => {
    openPanel();
    const chart = await screen.findByRole('img', { name: /over time/ });
    expect(chart).toHaveAccessibleName(
      expect.stringContaining(
        '24 Nov 2026: 2 of 6 volumes not encrypted, 0 unknown. 29 Nov 2026: 2 of 6',
      ),
    );
    const legend = screen.getByRole('list', { name: /on 29 Nov 2026/ });
    expect(within(legend).getByText('2 not encrypted')).toBeVisible();
  });

  it('has a table for who cannot see it, and no zero for what is not known', async () => {
    const dark = { day: '2026-11-22', missing: ['dark', 'prod'] };
    const items = [dark, ...exampleTrend().items];
    backend.answers('/overview/trend', exampleTrend({ items }));
    openPanel();
    const button = await screen.findByRole('button', {
      name: 'Show the figures',
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    const table = screen.getByRole('table', { name: 'Coverage over time' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '29 Nov 20266310020' + '12 GiB2 GiB',
      '27 Nov 20266310020' + '12 GiB2 GiB',
      '26 Nov 2026at least: without dark6310020' + '12 GiB2 GiB',
      '25 Nov 20266310020' + '12 GiB2 GiB',
      '24 Nov 20266310020' + '12 GiB2 GiB',
      `22 Nov 2026not read: dark, prod${'not known'.repeat(9)}`,
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the figures' }),
    );
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('asks for cluster, owner and length, and says which filters it cannot follow', async () => {
    const asked = questions();
    openPanel('?cluster=prod&owner=(none)&protection=none&search=x&days=364');
    expect(
      await screen.findByText(/by protection, name does not apply here/),
    ).toBeVisible();
    expect(asked).toEqual(['?cluster=prod&owner=%28none%29&days=364']);
    await userEvent.click(screen.getByRole('button', { name: '4 weeks' }));
    await waitFor(() => expect(asked.at(-1)).toContain('days=28'));
    expect(screen.getByLabelText('address').textContent).toContain('days=28');
  });

  it('saves it as a file', async () => {
    const asked: string[] = [];
    backend.use(
      http.get('*/overview/trend.csv', ({ request }) => {
        asked.push(new URL(request.url).search);
        return new HttpResponse('day\r\n');
      }),
    );
    URL.createObjectURL = jest.fn(() => 'blob:file');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    openPanel('?cluster=prod');
    const name = 'Download all days of the trend as CSV';
    await userEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    expect(asked).toEqual(['?cluster=prod&days=91']);
    click.mockRestore();
  });

  it('explains why there is nothing yet', async () => {
    const items = [{ day: '2026-11-29', missing: [] }];
    backend.answers('/overview/trend', exampleTrend({ items }));
    openPanel();
    expect(
      await screen.findByText(/Nothing was recorded in this time/),
    ).toBeVisible();
  });

  it('names weeks by the day they begin', async () => {
    const items = [trendPoint({ day: '2026-11-23' })];
    backend.answers('/overview/trend', exampleTrend({ items, step: 'week' }));
    openPanel();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the figures' }),
    );
    expect(
      screen.getByRole('columnheader', { name: 'Week from' }),
    ).toBeVisible();
  });

  it('shows progress, a failure, or that it is denied', async () => {
    backend.use(http.get('*/overview/trend', () => delay('infinite')));
    const { unmount } = openPanel();
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
    unmount();
    backend.fails('/overview/trend', 'timeout', 'Too slow.');
    const failed = openPanel();
    expect(
      await screen.findByText(/over time could not be read: Too slow/),
    ).toBeVisible();
    failed.unmount();
    backend.fails('/overview/trend', 'not-allowed', 'You lack it.');
    openPanel();
    expect(
      await screen.findByText('Not yours to see: the coverage over time'),
    ).toBeVisible();
    expect(screen.getByText(platformReadPermission.name)).toBeVisible();
  });

  function questions(): string[] {
    const asked: string[] = [];
    backend.use(
      http.get('*/overview/trend', ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(exampleTrend());
      }),
    );
    return asked;
  }
});

function openPanel(rest = '') {
  return renderPlatform(<Panel />, { route: ROUTE, rest });
}

function Panel() {
  return <TrendPanel address={useVolumeFilter()} />;
}
