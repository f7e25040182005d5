import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import { exampleKeys } from '../__testUtils__/exampleKeys';
import { capabilities } from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { KeysScreen } from './KeysScreen';

const ROUTE = '/volume-encryption/keys';
const KEYS = '/kms/vault/keys';
const kms = (name: string) => ({ name, peers: [], state: 'active' });

describe('the keys of a KMS', () => {
  const backend = startBackend();
  let asked: string[];
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/kms', { items: [kms('vault'), kms('other')] });
    asked = [];
    backend.use(
      http.get(`*/api/volume-encryption${KEYS}`, ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(exampleKeys());
      }),
    );
  });
  const open = (rest = '') =>
    renderPlatform(<KeysScreen />, { route: ROUTE, rest });

  it('says of each what has it on any cluster, why, and what is next', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Keys' });
    const [, missing, orphan, unknown, present] =
      within(table).getAllByRole('row');
    expect(missing).toHaveTextContent('Missing');
    expect(missing).toHaveTextContent('Restore it from a backup of the KMS.');
    expect(orphan).toHaveTextContent('Of no volume');
    expect(orphan).toHaveTextContent('none known');
    expect(orphan).toHaveTextContent('key-without-volume');
    expect(unknown).toHaveTextContent('Unknown');
    expect(unknown).toHaveTextContent('not yet');
    expect(present).toHaveTextContent('payments/ledger-data (pvc-1) on dr');
    expect(present).toHaveTextContent('prod.payments');
  });

  it('tells how far it has come, how old that is, and what cannot be read', async () => {
    open();
    expect(
      await screen.findByText(/5 of 12 mounts of keys were listed so far/),
    ).toHaveTextContent('1 not when last tried');
    expect(screen.getByText(/Cluster dr could not be read/)).toBeVisible();
  });

  it('filters by state and name, in the address and at the backend', async () => {
    open('?page=3');
    const orphans = await screen.findByRole('link', { name: '1 of no volume' });
    await userEvent.click(orphans);
    expect(screen.getByLabelText('address')).toHaveTextContent(
      `${ROUTE}?state=orphan`,
    );
    await userEvent.type(await screen.findByRole('searchbox'), 'payments');
    await screen.findByText(/state=orphan&search=payments/);
    expect(asked.at(0)).toBe('?limit=20&offset=40');
    expect(asked).toContain('?state=orphan&limit=20&offset=0');
    expect(screen.getByRole('link', { name: 'Show all' })).toBeVisible();
  });

  it('asks for the KMS that is chosen', async () => {
    backend.answers('/kms/other/keys', exampleKeys({ items: [], total: 0 }));
    open('?kms=other');
    await screen.findByRole('heading', { name: 'Keys (0)' });
    expect(asked).toEqual([]);
  });

  it.each([
    [
      { incomplete: false, problems: [] },
      '',
      'There is no key yet: the first encrypted volume of a tenant makes one.',
    ],
    [
      { incomplete: true, problems: [] },
      '',
      'No key that could be read. That does not mean that there is none.',
    ],
    [
      { incomplete: false, problems: [] },
      '?state=missing&search=web',
      'No key is “Missing” and matches “web”.',
    ],
  ])('explains why there is none: %j %s', async (changes, rest, text) => {
    const none = { items: [], total: 0, ...changes };
    backend.answers(KEYS, exampleKeys(none));
    open(rest);
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('saves all that match as a file', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:file');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    let search = '';
    backend.use(
      http.get(`*/api/volume-encryption${KEYS}.csv`, ({ request }) => {
        search = new URL(request.url).search;
        return HttpResponse.text('kms,mount');
      }),
    );
    open('?state=orphan');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download all keys as CSV' }),
    );
    await waitFor(() => expect(URL.createObjectURL).toHaveBeenCalledTimes(1));
    expect(search).toBe('?state=orphan');
    click.mockRestore();
  });

  it.each([
    ['not-allowed', 'No.', /volume-encryption\.platform\.read/],
    ['kms-unreachable', 'It is gone.', /It is gone\./],
  ] as const)('%s has a state of its own', async (code, message, text) => {
    backend.fails(KEYS, code, message);
    open();
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('table')).toBeNull();
  });
});
