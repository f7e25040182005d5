import { act, screen, within } from '@testing-library/react';
import { entityVolumesCreatePermission } from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleVolume } from '../__testUtils__/exampleVolume';
import { exampleAnswer, plainVolume } from '../__testUtils__/exampleVolumes';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { EncryptionCard } from './EncryptionCard';

describe('the card "Encryption"', () => {
  const backend = startBackend();
  beforeEach(() => backend.answers('/capabilities', capabilities()));

  it('names each volume, the worst first, and leads to its details', async () => {
    backend.hasVolumes(exampleAnswer());
    renderForEntity(<EncryptionCard />);

    const lines = await screen.findAllByRole('listitem');
    expect(
      lines.map(line => within(line).getByRole('link').textContent),
    ).toEqual(['ledger-cache', 'ledger-archive', 'ledger-data']);
    expect(within(lines[0]).getByText('Not encrypted')).toBeVisible();
    expect(within(lines[0]).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/encryption?volume=sandbox%2Fpayments%2Fledger-cache',
    );
    expect(
      screen.getByRole('link', { name: /Volumes and their keys/ }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/encryption');
  });

  it('follows a signal of a newer revision', async () => {
    const signals = new FakeSignals();
    const { channel, revision } = exampleAnswer();
    backend.hasVolumes(exampleAnswer({ volumes: [plainVolume] }));
    renderForEntity(<EncryptionCard />, { signals });
    await screen.findByText('ledger-cache');
    expect(screen.queryByText('ledger-data')).toBeNull();
    backend.hasVolumes(exampleAnswer({ revision: revision + 1 }));
    act(() => signals.tell(channel, revision + 1));
    expect(screen.getByText('ledger-cache')).toBeVisible();
    expect(await screen.findByText('ledger-data')).toBeVisible();
  });

  it('counts what it leaves out', async () => {
    const volumes = [1, 2, 3, 4, 5, 6].map(number =>
      exampleVolume({ claim: `data-${number}` }),
    );
    backend.hasVolumes(exampleAnswer({ volumes: [...volumes, plainVolume] }));
    renderForEntity(<EncryptionCard />);
    expect(await screen.findByText('and 2 more')).toBeVisible();
    expect(screen.getByText('ledger-cache')).toBeVisible();
    expect(screen.queryByText(/judged/)).toBeNull();
  });

  it('says how many volumes it speaks of when it does not know of all', async () => {
    const volumes = Array.from({ length: 50 }, (_, number) =>
      exampleVolume({ claim: `data-${number}` }),
    );
    backend.hasVolumes(exampleAnswer({ volumes, total: 1204, limit: 50 }));
    renderForEntity(<EncryptionCard />);
    expect(await screen.findByText('50 of 1,204 volumes judged')).toBeVisible();
    expect(
      screen.getByText('Nothing is said here of the others.'),
    ).toBeVisible();
    expect(screen.getByText('and 45 more of those judged')).toBeVisible();
  });

  it('offers the template when there is no volume', async () => {
    backend.hasVolumes(exampleAnswer({ volumes: [] }));
    renderForEntity(<EncryptionCard />);
    expect(
      await screen.findByRole('link', { name: 'Request an encrypted volume' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/create/templates/default/encrypted-volume'),
    );
  });

  it('does not offer it to who would be refused', async () => {
    const denied = capabilities([entityVolumesCreatePermission.name]);
    backend.answers('/capabilities', denied);
    backend.hasVolumes(exampleAnswer({ volumes: [] }));
    renderForEntity(<EncryptionCard />);
    expect(await screen.findByText(/No volumes yet/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /Request/ })).toBeNull();
  });

  it('says that it does not know, and why', async () => {
    backend.fails(
      '/entities/component/default/ledger/volumes',
      'not-allowed',
      'You may not.',
    );
    renderForEntity(<EncryptionCard />);
    expect(await screen.findByText('Not known: You may not.')).toBeVisible();
  });
});
