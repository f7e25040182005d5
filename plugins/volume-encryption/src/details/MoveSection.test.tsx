import { screen } from '@testing-library/react';
import {
  entityVolumesCreatePermission,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleVolume } from '../__testUtils__/exampleVolume';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { KeyRotationSection } from './KeyRotationSection';
import { MoveSection } from './MoveSection';

const VOLUME =
  '/entities/component/default/ledger/volumes/sandbox/payments/ledger-data';
const BUTTON = { name: 'Move to an encrypted volume' };

function protectedBy(
  verdict: VolumeView['protection']['verdict'],
): Partial<VolumeView> {
  const state = 'cannot-tell';
  return { protection: { verdict, state, grade: 'E2', reasons: [] } };
}

describe('a volume that is not encrypted', () => {
  const backend = startBackend();
  beforeEach(() => backend.answers('/capabilities', capabilities()));

  function render(changes: Partial<VolumeView>) {
    renderForEntity(
      <>
        <MoveSection
          entityRef="component:default/ledger"
          volume={{ ...exampleVolume(), ...changes }}
        />
        <MoveSection
          entityRef="component:default/ledger"
          volume={{
            ...exampleVolume(),
            ...protectedBy('none'),
            claim: 'beside',
          }}
        />
      </>,
    );
  }

  it.each(['none', 'infrastructure-only'] as const)(
    'leads to the template, filled in, where the answer is %s',
    async verdict => {
      render(protectedBy(verdict));
      const [button] = await screen.findAllByRole('button', BUTTON);
      const address = new URL(button.getAttribute('href') ?? '', 'http://x');
      expect(address.pathname).toBe(
        '/create/templates/default/encrypt-existing-volume',
      );
      expect(JSON.parse(address.searchParams.get('formData') ?? '')).toEqual({
        entityRef: 'component:default/ledger',
        tenant: { cluster: 'sandbox', namespace: 'payments' },
        claim: 'ledger-data',
      });
      expect(screen.getAllByText(/It starts nothing/)[0]).toBeVisible();
    },
  );

  it.each([
    ['encrypted', protectedBy('volume/customer-key')],
    ['not known', protectedBy('unknown')],
    ['not there yet', { ...protectedBy('none'), phase: 'Pending' as const }],
  ])('is not one that is %s', async (_, changes) => {
    render(changes);
    // The one beside it is offered.
    expect(await screen.findAllByRole('button', BUTTON)).toHaveLength(1);
  });

  it('is left alone for who may not ask for a volume', async () => {
    backend.answers(
      '/capabilities',
      capabilities([entityVolumesCreatePermission.name]),
    );
    const rotation = { availability: 'available', message: '', jobs: [] };
    backend.answers(`${VOLUME}/key-rotation`, rotation);
    const volume = { ...exampleVolume(), ...protectedBy('none') };
    const shown = { entityRef: 'component:default/ledger', volume };
    renderForEntity(
      <>
        <MoveSection {...shown} />
        <KeyRotationSection {...shown} />
      </>,
    );
    // What he may do is known when this is offered.
    await screen.findByRole('button', { name: 'Set a schedule' });
    expect(screen.queryByRole('button', BUTTON)).toBeNull();
  });
});
