import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { startBackend, VOLUMES_URL } from '../__testUtils__/backend';
import { exampleVolume } from '../__testUtils__/exampleVolume';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleAnswer, plainVolume } from '../__testUtils__/exampleVolumes';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { EncryptionContent } from './EncryptionContent';

const VOLUMES = '/entities/component/default/ledger/volumes';
const fleet = Array.from({ length: 45 }, (_, number) =>
  exampleVolume({ claim: `data-${String(number).padStart(2, '0')}` }),
);

/** The parameters of each read, and the answers a backend gives to them. */
function fleetBackend() {
  const backend = startBackend();
  beforeEach(() => backend.answers('/capabilities', capabilities()));
  const asked: string[] = [];
  let volumes = fleet;
  let held: Promise<void> | undefined;
  beforeEach(() => {
    asked.length = 0;
    volumes = fleet;
    held = undefined;
    backend.use(
      http.get(VOLUMES_URL, async ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(`${searchParams}`);
        await held;
        const limit = Number(searchParams.get('limit'));
        const offset = Number(searchParams.get('offset'));
        const search = searchParams.get('search') ?? '';
        const found = volumes.filter(({ claim }) => claim.includes(search));
        return HttpResponse.json(
          exampleAnswer({
            ...{ limit, offset, total: found.length },
            volumes: found.slice(offset, offset + limit),
          }),
        );
      }),
    );
  });
  return {
    asked,
    fails: backend.fails,
    answers: backend.answers,
    has: (these: typeof fleet) => {
      volumes = these;
    },
    /** Answers come when what this answers is called. */
    hold() {
      let release = () => {};
      held = new Promise(resolve => {
        release = resolve;
      });
      return () => release();
    },
  };
}

const address = () => screen.getByLabelText('address').textContent;
const press = (name: string) => userEvent.click(screen.getByLabelText(name));

describe('the tab of many volumes', () => {
  const backend = fleetBackend();

  it('says of how many of them it speaks', async () => {
    renderForEntity(<EncryptionContent />);
    expect(
      await screen.findByText('Judged on this page: 20 of 45 volumes'),
    ).toBeVisible();
    expect(
      screen.getByLabelText('Volumes on this page by protection'),
    ).toHaveTextContent('20 encrypted');
    expect(screen.getByText('Volumes (45)')).toBeVisible();
    expect(backend.asked).toEqual(['limit=20&offset=0']);
  });

  it('turns pages, and has each in the address', async () => {
    renderForEntity(<EncryptionContent />);
    await screen.findByText('data-00');
    await press('Next page');
    expect(await screen.findByText('data-20')).toBeVisible();
    expect(screen.queryByText('data-00')).toBeNull();
    expect(address()).toMatch(/encryption\?page=2$/);

    await press('Next page');
    expect(await screen.findByText('data-44')).toBeVisible();
    expect(screen.getByText('41-45 of 45')).toBeVisible();
    expect(screen.getByLabelText('Next page')).toBeDisabled();

    await press('Previous page');
    expect(await screen.findByText('data-39')).toBeVisible();
    expect(address()).toMatch(/encryption\?page=2$/);
  });

  it('keeps the page before in view until the other has come', async () => {
    renderForEntity(<EncryptionContent />);
    await screen.findByText('data-00');
    const busy = () =>
      screen
        .getByText('data-00')
        .closest('[aria-busy]')
        ?.getAttribute('aria-busy');
    expect(busy()).toBe('false');
    const release = backend.hold();
    await press('Next page');
    expect(busy()).toBe('true');
    release();
    expect(await screen.findByText('data-20')).toBeVisible();
  });

  it('opens at the page that the address names', async () => {
    renderForEntity(<EncryptionContent />, {
      search: '?page=3&volume=sandbox/payments/data-44',
    });
    expect(
      await screen.findByRole('dialog', { name: 'data-44' }),
    ).toBeVisible();
    expect(backend.asked).toEqual(['limit=20&offset=40']);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address()).toMatch(/encryption\?page=3$/);
  });

  it('goes to the last page when the address names one beyond it', async () => {
    renderForEntity(<EncryptionContent />, { search: '?page=9' });
    expect(await screen.findByText('data-44')).toBeVisible();
    expect(address()).toMatch(/encryption\?page=3$/);
  });

  it('has longer pages when asked, and starts anew with them', async () => {
    renderForEntity(<EncryptionContent />, { search: '?page=2' });
    await screen.findByText('data-20');
    await userEvent.click(screen.getByRole('button', { name: /per page/ }));
    await userEvent.click(screen.getByRole('option', { name: '50' }));
    expect(await screen.findByText('data-44')).toBeVisible();
    expect(screen.getByText('data-00')).toBeVisible();
    expect(address()).toMatch(/encryption\?size=50$/);
  });

  it('has the backend find volumes, from the first page on', async () => {
    renderForEntity(<EncryptionContent />, { search: '?page=2' });
    await screen.findByText('data-20');
    const field = screen.getByLabelText(/Find by claim/);
    await userEvent.type(field, 'data-4');
    expect(await screen.findByText('data-44')).toBeVisible();
    expect(screen.getByText('Volumes (5)')).toBeVisible();
    expect(address()).toMatch(/encryption\?search=data-4$/);
    expect(backend.asked.at(-1)).toBe('limit=20&offset=0&search=data-4');
    expect(field).toHaveFocus();

    await userEvent.type(field, 'x');
    expect(
      await screen.findByText(/No volume that could be read has “data-4x”/),
    ).toBeVisible();
    expect(screen.queryByText('No volumes yet')).toBeNull();
    await userEvent.clear(field);
    expect(await screen.findByText('data-00')).toBeVisible();
  });

  it('offers to sort only when all are in view', async () => {
    renderForEntity(<EncryptionContent />, { search: '?size=50' });
    await screen.findByText('data-44');
    const sort = () => screen.getByText('Size').closest('[role="button"]');
    expect(sort()).not.toBeNull();
    backend.has([...fleet, ...fleet]);
    await userEvent.type(screen.getByLabelText(/Find by claim/), 'data');
    await screen.findByText('Judged on this page: 50 of 90 volumes');
    expect(sort()).toBeNull();
  });

  it('reads the page in view again on a signal', async () => {
    const signals = new FakeSignals();
    const { channel, revision } = exampleAnswer();
    renderForEntity(<EncryptionContent />, { signals, search: '?page=2' });
    await screen.findByText('data-20');
    backend.has(fleet.slice(5));
    act(() => signals.tell(channel, revision + 1));
    expect(await screen.findByText('data-44')).toBeVisible();
    expect(screen.queryByText('data-20')).toBeNull();
    expect(backend.asked).toEqual(['limit=20&offset=20', 'limit=20&offset=20']);
  });

  it('shows no rows of another page when a page cannot be read', async () => {
    renderForEntity(<EncryptionContent />);
    await screen.findByText('data-00');
    backend.fails(VOLUMES, 'timeout', 'Too slow.');
    await press('Next page');
    expect(
      await screen.findByText(/could not be read: Too slow/),
    ).toBeVisible();
    expect(screen.queryByText('data-00')).toBeNull();
  });

  it('opens a volume of another page, and reads it with the page', async () => {
    const signals = new FakeSignals();
    const { channel, revision } = exampleAnswer();
    const path = `${VOLUMES}/sandbox/payments/data-44`;
    backend.answers(path, fleet[44]);
    renderForEntity(<EncryptionContent />, {
      signals,
      search: '?volume=sandbox/payments/data-44',
    });
    const details = await screen.findByRole('dialog', { name: 'data-44' });
    expect(within(details).getAllByText('Encrypted')[0]).toBeVisible();

    backend.answers(path, { ...plainVolume, claim: 'data-44' });
    act(() => signals.tell(channel, revision + 1));
    expect(await within(details).findByText('Not encrypted')).toBeVisible();
  });

  it('says why a volume of another page cannot be shown', async () => {
    const path = `${VOLUMES}/sandbox/payments/data-44`;
    backend.fails(path, 'timeout', 'Too slow.');
    renderForEntity(<EncryptionContent />, {
      search: '?volume=sandbox/payments/data-44',
    });
    expect(
      await screen.findByText(/data-44 could not be read: Too slow/),
    ).toBeVisible();
  });

  it.each(['a/b', 'a/../c', 'a/b/c/d'])(
    'asks for nothing where the address names no volume: %s',
    async volume => {
      renderForEntity(<EncryptionContent />, { search: `?volume=${volume}` });
      expect(
        await screen.findByText(
          `${volume} is not among the volumes of this component.`,
        ),
      ).toBeVisible();
    },
  );
});
