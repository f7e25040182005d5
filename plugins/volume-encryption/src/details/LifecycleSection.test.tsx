import { screen, within } from '@testing-library/react';
import type {
  Lifecycle,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import { exampleVolume } from '../__testUtils__/exampleVolume';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { LifecycleSection } from './LifecycleSection';

const VOLUME =
  '/entities/component/default/ledger/volumes/sandbox/payments/ledger-data';

const lifecycle: Lifecycle = {
  basis: 'volume',
  acts: [
    {
      act: 'expand',
      answer: 'not-possible',
      reason: 'The class does not let its volumes grow.',
    },
    {
      act: 'snapshot',
      answer: 'unknown',
      reason: 'It could not be read.',
      volume: 'It holds the blocks.',
      key: { fate: 'copied', message: 'The passphrase is stored once more.' },
    },
    {
      act: 'delete',
      answer: 'possible',
      volume: 'Ceph CSI deletes the image.',
      key: { fate: 'deleted', message: 'The key is destroyed.' },
      warning: 'The data is gone for good.',
    },
  ],
};

describe('what happens to a volume', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers(VOLUME, exampleVolume({ lifecycle }));
  });

  it('is asked of the one volume, and told act by act', async () => {
    render();
    const acts = await screen.findAllByRole('listitem');
    expect(acts.map(it => it.textContent)).toEqual([
      'you let it growNot possibleWhyThe class does not let its volumes grow.',
      'you take a snapshotNot knownWhyIt could not be read.VolumeIt holds the blocks.KeyThe passphrase is stored once more.',
      'you delete its claimPossibleVolumeCeph CSI deletes the image.KeyThe key is destroyed.The data is gone for good.',
    ]);
    expect(screen.queryByText(/no volume yet/)).toBeNull();
  });

  it('warns where something can be lost, and nowhere else', async () => {
    render();
    const acts = await screen.findAllByRole('listitem');
    const warned = acts.map(
      it => within(it).queryAllByRole('img', { name: 'warning' }).length,
    );
    expect(warned).toEqual([0, 0, 1]);
  });

  it('is under a heading of its own, each act under one below', async () => {
    render();
    const region = screen.getByRole('region', { name: 'What happens if…' });
    await within(region).findAllByRole('listitem');
    expect(
      within(region)
        .getAllByRole('heading', { level: 4 })
        .map(it => it.textContent),
    ).toEqual([
      'you let it grow',
      'you take a snapshot',
      'you delete its claim',
    ]);
  });

  it('says that it is of the class while there is no volume', async () => {
    const ofClass: Lifecycle = { ...lifecycle, basis: 'storage-class' };
    backend.answers(VOLUME, exampleVolume({ lifecycle: ofClass }));
    render();
    expect(await screen.findByText(/There is no volume yet/)).toBeVisible();
  });

  it('is not asked again where the volume came with it', () => {
    backend.fails(VOLUME, 'timeout', 'Too slow.');
    render({ lifecycle });
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('fails alone, and may be tried again', async () => {
    backend.fails(VOLUME, 'timeout', 'Too slow.');
    render();
    expect(
      await screen.findByText(/What would happen to the volume could not/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

function render(changes: Partial<VolumeView> = {}) {
  renderForEntity(
    <LifecycleSection
      entityRef="component:default/ledger"
      volume={exampleVolume(changes)}
    />,
  );
}
