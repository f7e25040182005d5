import { PLATFORM_SIGNAL_CHANNEL } from 'backstage-plugin-volume-encryption-common';
import { act, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import {
  exampleCoverage,
  examplePlatformVolume,
  findingPage,
  platformVolumePage,
} from '../__testUtils__/exampleOverview';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleTrend } from '../__testUtils__/exampleTrend';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { OverviewScreen } from './OverviewScreen';

const { revision } = platformVolumePage();

describe('the overview follows changes: it', () => {
  const backend = startBackend();
  const reads: string[] = [];

  beforeEach(() => {
    reads.length = 0;
    backend.answers('/capabilities', capabilities());
    has('/coverage', exampleCoverage());
    has('/findings', findingPage());
    has('/volumes', platformVolumePage());
    has('/overview/trend', exampleTrend());
  });

  function has(path: string, body: object) {
    backend.use(
      http.get(`*/api/volume-encryption${path}`, () => {
        reads.push(path);
        return HttpResponse.json(body);
      }),
    );
  }

  async function open() {
    const signals = new FakeSignals();
    const route = '/volume-encryption/overview';
    const { unmount } = renderPlatform(<OverviewScreen />, { route, signals });
    await screen.findByRole('table', { name: 'Volumes' });
    await screen.findByRole('table', { name: 'Findings' });
    await screen.findByRole('table', { name: 'Coverage by cluster' });
    await waitFor(() => expect(reads).toHaveLength(4));
    return { signals, unmount };
  }

  it('reads again on a signal of a newer revision, and shows the old meanwhile', async () => {
    const { signals } = await open();
    const items = [examplePlatformVolume({ claim: 'new-one' })];
    has('/volumes', platformVolumePage({ items, revision: revision + 1 }));
    act(() => signals.tell(PLATFORM_SIGNAL_CHANNEL, revision + 1));
    expect(screen.getByText('scratch')).toBeVisible();
    expect(await screen.findByText('new-one')).toBeVisible();
    expect(reads.slice(4).sort()).toEqual([
      '/coverage',
      '/findings',
      '/volumes',
    ]);
  });

  it('lets a signal of the revision in view pass', async () => {
    const { signals } = await open();
    act(() => signals.tell(PLATFORM_SIGNAL_CHANNEL, revision));
    act(() => signals.tell('volume-encryption:other', revision + 1));
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
    expect(reads).toHaveLength(4);
  });

  it('stops listening when it is left', async () => {
    const { signals, unmount } = await open();
    expect(signals.listeners(PLATFORM_SIGNAL_CHANNEL)).toBe(3);
    unmount();
    expect(signals.listeners(PLATFORM_SIGNAL_CHANNEL)).toBe(0);
  });
});
