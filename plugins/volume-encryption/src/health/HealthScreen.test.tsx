import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { HealthScreen } from './HealthScreen';

const ROUTE = '/volume-encryption/health';

const vault = {
  name: 'vault',
  address: 'https://vault:8200',
  state: 'sealed',
  message: 'Unseal it.',
  peers: [
    { nodeId: 'a', address: 'a:8201', leader: true, voter: true },
    { nodeId: 'b', address: 'b:8201', leader: false, voter: false },
  ],
  observedAt: '2026-11-24T19:58:00Z',
};
const cluster = {
  name: 'prod',
  state: 'stale',
  message: 'The watch is silent.',
  observedAt: '2026-11-24T19:58:00Z',
  resources: [
    { kind: 'PersistentVolume', state: 'denied', count: 0, message: '403' },
    { kind: 'Pod', state: 'synced', count: 4 },
  ],
};

describe('clusters and Vaults', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/clusters', { items: [cluster] });
    backend.answers('/kms', { items: [vault] });
  });

  it('says in words how each is, and what to do', async () => {
    openScreen();
    const clusters = await screen.findByRole('table', { name: 'Clusters' });
    expect(within(clusters).getByText('Not heard of')).toBeVisible();
    expect(clusters).toHaveTextContent(
      'The watch is silent.PersistentVolume: denied, 403',
    );
    expect(clusters).not.toHaveTextContent('Pod');
    const vaults = await screen.findByRole('table', { name: 'Vaults' });
    expect(within(vaults).getByText('Sealed')).toBeVisible();
    expect(within(vaults).getByText('Unseal it.')).toBeVisible();
    expect(within(vaults).getByText('a, leader')).toBeVisible();
    expect(within(vaults).getByText('b, no voter')).toBeVisible();
  });

  it('warns of a certificate that ends within the month', async () => {
    const awake = { ...vault, state: 'active', latencyMs: 7 };
    const ending = (name: string, daysLeft: number) => ({
      ...{ ...awake, name },
      certificate: { daysLeft },
    });
    backend.answers('/kms', { items: [ending('a', 29), ending('b', 30)] });
    openScreen();
    const vaults = await screen.findByRole('table', { name: 'Vaults' });
    const [, soon, later] = within(vaults).getAllByRole('row');
    expect(within(soon).getByText('29 days left')).toBeVisible();
    expect(within(soon).getByText('7 ms')).toBeVisible();
    expect(within(later).getByText('30 days left')).toBeVisible();
    const badges = (row: HTMLElement) => row.querySelectorAll('svg').length;
    expect(badges(soon)).toBe(badges(later) + 1);
  });

  it('does not take what it was not told for a certificate in order', async () => {
    backend.answers('/kms', {
      items: [vault, { ...vault, name: 'plain', address: 'http://vault:8200' }],
    });
    openScreen();
    const vaults = await screen.findByRole('table', { name: 'Vaults' });
    const [, unheard, plain] = within(vaults).getAllByRole('row');
    expect(within(unheard).getAllByText('not known')).not.toHaveLength(0);
    expect(within(plain).getByText('none: no TLS')).toBeVisible();
  });

  it('asks again on demand', async () => {
    openScreen();
    const vaults = await screen.findByRole('region', { name: 'Vaults' });
    await within(vaults).findByText('Sealed');
    backend.answers('/kms', { items: [{ ...vault, state: 'active' }] });
    await userEvent.click(
      within(vaults).getByRole('button', { name: 'Refresh' }),
    );
    expect(await within(vaults).findByText('Active')).toBeVisible();
  });

  it('shows one when the other cannot be read', async () => {
    backend.fails('/kms', 'not-allowed', 'You may not.');
    openScreen();
    expect(await screen.findByText('Not yours to see: the KMSs')).toBeVisible();
    expect(
      await screen.findByRole('table', { name: 'Clusters' }),
    ).toBeVisible();
  });
});

function openScreen() {
  return renderPlatform(<HealthScreen />, { route: ROUTE });
}
