import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entityVolumesCreatePermission } from 'backstage-plugin-volume-encryption-common';
import { delay, http, HttpResponse } from 'msw';
import { startBackend, VOLUMES_URL } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleAnswer, stuckVolume } from '../__testUtils__/exampleVolumes';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { EncryptionContent } from './EncryptionContent';

const VOLUMES = '/entities/component/default/ledger/volumes';

const unreachableCluster = {
  source: 'cluster' as const,
  name: 'prod',
  code: 'cluster-unreachable',
  message: 'It does not answer.',
  since: '2026-11-24T19:00:00Z',
};

describe('the tab "Encryption"', () => {
  const backend = startBackend();
  beforeEach(() => backend.answers('/capabilities', capabilities()));

  it('shows progress until the answer comes', async () => {
    backend.use(
      http.get(VOLUMES_URL, async () => {
        await delay('infinite');
        return HttpResponse.json({});
      }),
    );
    renderForEntity(<EncryptionContent />);
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
  });

  it('shows each volume with its answers in words', async () => {
    backend.hasVolumes(exampleAnswer());
    renderForEntity(<EncryptionContent />);

    const active = await rowOf('ledger-data');
    for (const text of [
      'Encrypted',
      'Held by vault',
      'Ready',
      'Bound',
      '10Gi',
      'encrypted-rbd',
      'payments',
      'on sandbox',
    ]) {
      expect(within(active).getByText(text)).toBeVisible();
    }
    const prepared = await rowOf('ledger-archive');
    expect(within(prepared).getByText('Prepared')).toBeVisible();
    expect(within(prepared).getByText('formats at first mount')).toBeVisible();
    expect(within(prepared).queryByText('Encrypted')).toBeNull();
    expect(
      within(await rowOf('ledger-cache')).getByText('Not encrypted'),
    ).toBeVisible();
    expect(screen.getByLabelText('Volumes by protection')).toHaveTextContent(
      '1 not encrypted1 prepared1 encrypted',
    );
  });

  it('says how to get a volume when there is none', async () => {
    backend.hasVolumes(exampleAnswer({ volumes: [] }));
    renderForEntity(<EncryptionContent />);

    expect(await screen.findByText('No volumes yet')).toBeVisible();
    const link = await screen.findByRole('button', {
      name: 'Request an encrypted volume',
    });
    const address = new URL(link.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toBe('/create/templates/default/encrypted-volume');
    expect(JSON.parse(address.searchParams.get('formData') ?? '')).toEqual({
      entityRef: 'component:default/ledger',
    });
  });

  it('does not offer one to who would be refused, and says so', async () => {
    const denied = capabilities([entityVolumesCreatePermission.name]);
    backend.answers('/capabilities', denied);
    backend.hasVolumes(exampleAnswer({ volumes: [] }));
    renderForEntity(<EncryptionContent />);
    expect(
      await screen.findByText(entityVolumesCreatePermission.name),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Request/ })).toBeNull();
  });

  it('never calls a failed read "no volumes"', async () => {
    backend.hasVolumes(
      exampleAnswer({ volumes: [], problems: [unreachableCluster] }),
    );
    renderForEntity(<EncryptionContent />);
    expect(
      await screen.findByText(/No volume of this component could be read/),
    ).toBeVisible();
    expect(screen.queryByText('No volumes yet')).toBeNull();
  });

  it('says which source could not be read and what is missing', async () => {
    backend.hasVolumes(exampleAnswer({ problems: [unreachableCluster] }));
    renderForEntity(<EncryptionContent />);

    const panel = await screen.findByRole('alert');
    expect(panel).toHaveTextContent('Cluster prod could not be read');
    expect(panel).toHaveTextContent('since');
    expect(panel).toHaveTextContent('Its volumes are missing here');
    expect(await rowOf('ledger-data')).toBeVisible();
  });

  it('says which permission is missing and whom to ask', async () => {
    backend.fails(VOLUMES, 'not-allowed', 'You may not read them.');
    renderForEntity(<EncryptionContent />);

    expect(
      await screen.findByText('You may not see these volumes'),
    ).toBeVisible();
    expect(screen.getByText('You may not read them.')).toBeVisible();
    expect(
      screen.getByText('volume-encryption.entity.volumes.read'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /payments/ })).toBeVisible();
  });

  it('says which consent is missing', async () => {
    backend.fails(VOLUMES, 'no-consent', 'payments serves another team.');
    renderForEntity(<EncryptionContent />);

    expect(
      await screen.findByText(/does not serve this component's owner/),
    ).toBeVisible();
    expect(screen.getByText('payments serves another team.')).toBeVisible();
    expect(
      screen.getByText('volume-encryption.backstage.io/owner'),
    ).toBeVisible();
  });

  it('tries again after an error', async () => {
    backend.fails(VOLUMES, 'timeout', 'Too slow.');
    renderForEntity(<EncryptionContent />);
    const retry = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByText(/could not be read: Too slow/)).toBeVisible();

    backend.hasVolumes(exampleAnswer());
    await userEvent.click(retry);
    expect(await rowOf('ledger-data')).toBeVisible();
  });
});

describe('the details of a volume', () => {
  const backend = startBackend();

  it('open by keyboard, draw the chain, and close by Escape', async () => {
    backend.hasVolumes(exampleAnswer());
    renderForEntity(<EncryptionContent />);
    const link = await screen.findByRole('link', {
      name: 'Details of ledger-data',
    });
    link.focus();
    await userEvent.keyboard('{Enter}');

    const details = await screen.findByRole('dialog', { name: 'ledger-data' });
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?volume=sandbox%2Fpayments%2Fledger-data',
    );
    const links = within(
      within(details).getByRole('list', { name: 'From the claim to its key' }),
    ).getAllByRole('listitem');
    expect(links.map(one => one.textContent)).toEqual([
      expect.stringContaining('Claim'),
      expect.stringContaining('PersistentVolume'),
      expect.stringContaining('KMS connection'),
      expect.stringContaining('Tenant credential'),
      expect.stringContaining('KMS'),
      expect.stringContaining('E5 key seen'),
    ]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByLabelText('address')).not.toHaveTextContent('volume=');
  });

  it('open from the address, with the folded diagnosis', async () => {
    backend.hasVolumes(exampleAnswer({ volumes: [stuckVolume] }));
    renderForEntity(<EncryptionContent />, {
      search: '?volume=sandbox/payments/ledger-stuck',
    });
    const details = await screen.findByRole('dialog', { name: 'ledger-stuck' });
    const inside = within(details);
    expect(
      inside.getByText(/Secret ceph-csi-kms-token is missing/),
    ).toBeVisible();
    expect(inside.getByText('The platform team')).toBeVisible();
    expect(inside.getByText(/Run template "Onboard a tenant"/)).toBeVisible();
    expect(inside.getByText(/12 times, first/)).toBeVisible();
    expect(
      inside.getByRole('link', { name: /^docs\.example/ }),
    ).toHaveAttribute('href', 'https://docs.example/tokens');
    const raw = inside.getByText('The newest event as it came');
    expect(raw.parentElement).not.toHaveAttribute('open');
    await userEvent.click(raw);
    expect(raw.parentElement).toHaveAttribute('open');
    expect(raw.parentElement).toHaveTextContent('rpc error: code');
  });

  it('say so when the address names no volume of the component', async () => {
    backend.hasVolumes(exampleAnswer());
    backend.fails(`${VOLUMES}/a/b/c`, 'unknown-cluster', 'There is no a.');
    renderForEntity(<EncryptionContent />, { search: '?volume=a/b/c' });
    expect(
      await screen.findByText(/a\/b\/c is not among the volumes/),
    ).toBeVisible();
  });
});

async function rowOf(claim: string): Promise<HTMLElement> {
  const cell = await screen.findByText(claim);
  const row = cell.closest('tr');
  if (!row) throw new Error(`${claim} is not in a row`);
  return row;
}
