import { act, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { startBackend, VOLUMES_URL } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleAnswer, preparedVolume } from '../__testUtils__/exampleVolumes';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { EncryptionContent } from './EncryptionContent';

const { channel, revision } = exampleAnswer();
const before = exampleAnswer({ volumes: [preparedVolume] });
const after = exampleAnswer({ revision: revision + 1 });

describe('the tab follows changes: it', () => {
  const backend = startBackend();
  beforeEach(() => backend.answers('/capabilities', capabilities()));
  let reads = 0;

  function hasVolumes(known: typeof before) {
    backend.use(
      http.get(VOLUMES_URL, () => {
        reads += 1;
        return HttpResponse.json(known);
      }),
    );
  }

  beforeEach(() => {
    reads = 0;
    hasVolumes(before);
  });

  it('reads again on a signal of a newer revision', async () => {
    const signals = new FakeSignals();
    renderForEntity(<EncryptionContent />, { signals });
    await screen.findByText('ledger-archive');
    expect(screen.queryByText('ledger-data')).toBeNull();

    hasVolumes(after);
    act(() => signals.tell(channel, revision + 1));
    expect(screen.getByText('ledger-archive')).toBeVisible();
    expect(await screen.findByText('ledger-data')).toBeVisible();
    expect(reads).toBe(2);
  });

  it('lets a signal of the revision in view pass', async () => {
    const signals = new FakeSignals();
    renderForEntity(<EncryptionContent />, { signals });
    await screen.findByText('ledger-archive');
    act(() => signals.tell(channel, revision));
    hasVolumes(after);
    act(() => signals.tell(channel, revision + 1));
    await screen.findByText('ledger-data');
    expect(reads).toBe(2);
  });

  it('stops listening when the tab is left', async () => {
    const signals = new FakeSignals();
    const { unmount } = renderForEntity(<EncryptionContent />, { signals });
    await screen.findByText('ledger-archive');
    expect(signals.listeners(channel)).toBe(1);
    unmount();
    expect(signals.listeners(channel)).toBe(0);
  });

  it('keeps the old rows in view when reading again fails', async () => {
    const signals = new FakeSignals();
    renderForEntity(<EncryptionContent />, { signals });
    await screen.findByText('ledger-archive');
    backend.fails(
      '/entities/component/default/ledger/volumes',
      'timeout',
      'Too slow.',
    );
    act(() => signals.tell(channel, revision + 1));
    expect(
      await screen.findByText(/Could not read again: Too slow/),
    ).toBeVisible();
    expect(screen.getByText('ledger-archive')).toBeVisible();
  });

  it('takes the rows away from who may not see them any more', async () => {
    const signals = new FakeSignals();
    renderForEntity(<EncryptionContent />, { signals });
    await screen.findByText('ledger-archive');
    backend.fails(
      '/entities/component/default/ledger/volumes',
      'not-allowed',
      'Not any more.',
    );
    act(() => signals.tell(channel, revision + 1));
    expect(await screen.findByText('Not any more.')).toBeVisible();
    expect(screen.queryByText('ledger-archive')).toBeNull();
  });

  it('polls where the app has no signals', async () => {
    const setInterval = jest.spyOn(global, 'setInterval');
    renderForEntity(<EncryptionContent />);
    await screen.findByText('ledger-archive');
    hasVolumes(after);
    const polls = setInterval.mock.calls.filter(([, ms]) => ms === 15_000);
    act(() => polls.forEach(([poll]) => poll()));
    await waitFor(() => expect(reads).toBe(2));
    expect(await screen.findByText('ledger-data')).toBeVisible();
    setInterval.mockRestore();
  });
});
