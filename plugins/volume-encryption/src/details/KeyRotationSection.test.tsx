import { screen, within } from '@testing-library/react';
import {
  entityVolumesUpdatePermission,
  type KeyRotation,
} from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { exampleVolume } from '../__testUtils__/exampleVolume';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { KeyRotationSection } from './KeyRotationSection';

const ROTATION =
  '/entities/component/default/ledger/volumes/sandbox/payments/ledger-data/key-rotation';

const scheduled: KeyRotation = {
  availability: 'available',
  message: 'csi-addons changes the key.',
  schedule: '@weekly',
  scheduleFrom: 'storage-class',
  suspended: true,
  cronJob: 'ledger-data-keyrotation',
  lastScheduledAt: '2026-11-23T00:00:00Z',
  lastSuccessAt: '2026-11-16T00:00:00Z',
  jobs: [
    {
      name: 'ledger-data-2',
      result: 'failed',
      message: 'No sidecar.',
      retries: 3,
    },
    { name: 'ledger-data-1', result: 'succeeded' },
  ],
  proof: 'The key has 2 versions in the KMS.',
};

describe('the rotation of a volume key', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers(ROTATION, scheduled);
  });

  it('says that there was no success yet', async () => {
    backend.answers(ROTATION, { ...scheduled, lastSuccessAt: undefined });
    render();
    expect(await screen.findByText('not by this CronJob yet')).toBeVisible();
  });

  it('shows the schedule, where it is from, runs and proof', async () => {
    render();
    expect(
      await screen.findByText('@weekly, set on the StorageClass, suspended'),
    ).toBeVisible();
    for (const text of ['ledger-data-keyrotation', scheduled.proof ?? '']) {
      expect(screen.getByText(text)).toBeVisible();
    }
    const [failed, succeeded] = within(
      screen.getByRole('list', { name: 'Runs' }),
    ).getAllByRole('listitem');
    expect(failed).toHaveTextContent(
      'Failedledger-data-2, tried again 3 times: No sidecar.',
    );
    expect(succeeded).toHaveTextContent('Succeeded');
  });

  it('leads to the template, filled in', async () => {
    render();
    const button = await screen.findByRole('button', {
      name: 'Change the schedule',
    });
    const address = new URL(button.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toBe(
      '/create/templates/default/key-rotation-schedule',
    );
    expect(JSON.parse(address.searchParams.get('formData') ?? '')).toEqual({
      entityRef: 'component:default/ledger',
      tenant: { cluster: 'sandbox', namespace: 'payments' },
      claim: 'ledger-data',
    });
  });

  it('offers nothing to who may not change it', async () => {
    backend.answers(
      '/capabilities',
      capabilities([entityVolumesUpdatePermission.name]),
    );
    render();
    await screen.findByText('Available');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says what is missing where it is not installed', async () => {
    backend.answers(ROTATION, {
      availability: 'not-installed',
      message: 'The CRDs of csi-addons are missing.',
      jobs: [],
    });
    render();
    expect(await screen.findByText('Not installed')).toBeVisible();
    expect(
      screen.getByText('The CRDs of csi-addons are missing.'),
    ).toBeVisible();
    expect(screen.queryByText('Schedule')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that there is no schedule', async () => {
    backend.answers(ROTATION, {
      availability: 'available',
      message: 'It can be set.',
      jobs: [],
    });
    render();
    expect(await screen.findByText('none')).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Set a schedule' }),
    ).toBeVisible();
  });

  it('fails alone, and may be tried again', async () => {
    backend.fails(ROTATION, 'timeout', 'Too slow.');
    render();
    expect(
      await screen.findByText(/The rotation of the key could not be read/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

function render() {
  renderForEntity(
    <KeyRotationSection
      entityRef="component:default/ledger"
      volume={exampleVolume()}
    />,
  );
}
