import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  TimelineEntry,
  TimelinePage,
} from 'backstage-plugin-volume-encryption-common';
import { http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { EntityTimeline, TenantTimeline, VolumeTimeline } from '.';

const ENTITY = '/entities/component/default/ledger';
const volume = { cluster: 'prod', namespace: 'payments', claim: 'ledger-data' };

const lost: TimelineEntry = {
  ...{ id: '7', at: '2026-11-29T08:30:00.000Z', kind: 'volume', ...volume },
  ...{ what: 'remount', from: 'ready', to: 'blocked' },
  reasons: ['key-missing'],
};
const sealed: TimelineEntry = {
  ...{ id: '6', at: '2026-11-29T08:00:00.000Z', kind: 'kms', kms: 'vault' },
  ...{ what: 'kms', from: 'serving', to: 'sealed', reasons: ['kms-sealed'] },
};
const first: TimelineEntry = {
  ...{ id: '5', at: '2026-11-28T08:00:00.000Z', kind: 'volume', ...volume },
  ...{ what: 'first-seen', to: 'volume/customer-key', reasons: [] },
};

const pageOf = (
  items: TimelineEntry[],
  total = items.length,
): TimelinePage => ({
  ...{ total, offset: 0, limit: 20, items, keptDays: 400 },
});

describe('the timeline', () => {
  const backend = startBackend();

  it('tells of each change when it was, what it is now and was before, and why', async () => {
    backend.answers(`${ENTITY}/timeline`, pageOf([lost, sealed, first]));
    renderForEntity(<EntityTimeline entityRef="component:default/ledger" />);
    const table = await screen.findByRole('table', { name: 'Timeline' });
    const rows = within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual([
      '2026-11-29 08:30 UTCledger-data in payments on prodNext mountReadyBlockedkey-missing',
      '2026-11-29 08:00 UTCKMS vaultKMSServingSealedkms-sealed',
      "2026-11-28 08:00 UTCledger-data in payments on prodFirst seen–Encrypted, customer's key–",
    ]);
  });

  it('explains that it is empty', async () => {
    backend.answers(
      `${ENTITY}/volumes/prod/payments/ledger-data/timeline`,
      pageOf([]),
    );
    renderForEntity(
      <VolumeTimeline entityRef="component:default/ledger" volume={volume} />,
    );
    expect(
      await screen.findByText(
        /Nothing was recorded of this volume yet.*kept for 400 days/,
      ),
    ).toBeVisible();
  });

  it('goes on to the next page', async () => {
    const asked: string[] = [];
    backend.use(
      http.get('*/tenants/prod/payments/timeline', ({ request }) => {
        asked.push(new URL(request.url).search);
        const offset = asked.length > 1 ? 20 : 0;
        return HttpResponse.json({ ...pageOf([lost], 21), offset });
      }),
    );
    renderForEntity(<TenantTimeline tenant={volume} />);
    await userEvent.click(await screen.findByLabelText('Next page'));
    await screen.findByText('21-21 of 21', {}, { timeout: 5_000 });
    expect(asked).toEqual(['?limit=20&offset=0', '?limit=20&offset=20']);
  });

  it('fails alone, and may be tried again', async () => {
    backend.fails(`${ENTITY}/timeline`, 'timeout', 'Too slow.');
    renderForEntity(<EntityTimeline entityRef="component:default/ledger" />);
    expect(
      await screen.findByText(/The timeline could not be read/),
    ).toBeVisible();
    backend.answers(`${ENTITY}/timeline`, pageOf([lost]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('key-missing')).toBeVisible();
  });

  it('says which permission it takes', async () => {
    backend.fails('/tenants/prod/payments/timeline', 'not-allowed', 'No.');
    renderForEntity(<TenantTimeline tenant={volume} />);
    expect(
      await screen.findByText(/volume-encryption\.platform\.read/),
    ).toBeVisible();
  });
});
