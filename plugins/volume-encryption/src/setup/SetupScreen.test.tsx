import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CustodyDrift } from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { SetupScreen } from './SetupScreen';

const ROUTE = '/volume-encryption/setup';

const SETUP = '/kms/vault/custody-setup';
const DRIFT = '/kms/vault/custody-drift';

const setup = {
  kms: 'vault',
  cluster: 'prod',
  files: [
    {
      name: 'csi-tenant-sa.hcl',
      title: 'Policy of tenants with a ServiceAccount',
      content: 'path "csi/x" { capabilities = ["read"] }',
    },
  ],
  steps: [
    {
      title: 'Write the policy',
      command: 'vault policy write csi-tenant-sa csi-tenant-sa.hcl',
      note: 'Once per cluster.',
    },
  ],
};

const drift: CustodyDrift = {
  kms: 'vault',
  cluster: 'prod',
  observedAt: '2026-11-24T19:58:00Z',
  items: [
    {
      object: 'sys/policies/acl/csi-tenant-sa',
      state: 'differs',
      message: 'One line differs.',
      lines: [{ where: '3', expected: 'capabilities = ["read"]' }],
      remedy: 'Write the policy again.',
    },
    {
      object: 'auth/kubernetes-prod/role/csi-tenant',
      state: 'unread',
      message: 'The portal may not read it.',
      lines: [],
    },
  ],
};

describe('the set-up of custody', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/kms', { items: [{ name: 'vault' }, { name: 'bao' }] });
    backend.answers('/clusters', { items: [{ name: 'prod' }, { name: 'dr' }] });
    backend.answers(SETUP, setup);
    backend.answers(DRIFT, drift);
  });

  it('shows the commands and files, and what differs line by line', async () => {
    openScreen();
    expect(await screen.findByText('Write the policy')).toBeVisible();
    const step = screen.getByText('Once per cluster.').closest('li');
    await waitFor(() =>
      expect(step).toHaveTextContent(
        'vault policy write csi-tenant-sa csi-tenant-sa.hcl',
      ),
    );
    expect(
      screen.getByRole('heading', {
        name: 'Policy of tenants with a ServiceAccount',
      }),
    ).toBeVisible();
    const table = await screen.findByRole('table', {
      name: 'Objects of the set-up',
    });
    for (const text of [
      'Differs',
      'One line differs.',
      'capabilities = ["read"]',
      'nothing',
      'Write the policy again.',
      'Not read',
      'The portal may not read it.',
    ]) {
      expect(within(table).getByText(text)).toBeVisible();
    }
  });

  it('saves a file under its name, without asking the backend', async () => {
    const saved: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = jest.fn(part => {
      saved.push(part as Blob);
      return 'blob:x';
    });
    URL.revokeObjectURL = jest.fn();
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    openScreen();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download csi-tenant-sa.hcl' }),
    );
    expect(names).toEqual(['csi-tenant-sa.hcl']);
    expect(saved[0].size).toBe(setup.files[0].content.length);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:x');
  });

  it('checks again when it is asked to', async () => {
    openScreen();
    await screen.findByText('Differs');
    backend.answers(DRIFT, {
      ...drift,
      items: [
        {
          ...drift.items[0],
          state: 'as-expected',
          lines: [],
          message: 'Same.',
        },
      ],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText('As it should be')).toBeVisible();
    expect(screen.queryByText('Differs')).toBeNull();
  });

  it('shows the files when the KMS cannot be asked for the drift', async () => {
    backend.fails(DRIFT, 'kms-sealed', 'Vault is sealed.');
    openScreen();
    expect(
      await screen.findByText(
        /What is applied could not be read: Vault is sea/,
      ),
    ).toBeVisible();
    expect(await screen.findByText('Write the policy')).toBeVisible();
  });

  it('takes KMS and cluster from the address, and from a choice', async () => {
    backend.answers('/kms/bao/custody-setup', {
      ...setup,
      files: [],
      steps: [],
    });
    backend.answers('/kms/bao/custody-drift', { ...drift, items: [] });
    openScreen('?kms=bao&cluster=dr');
    expect(
      await screen.findByText('The set-up has no object for this cluster.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /KMS/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'vault' }));
    expect(await screen.findByText('Write the policy')).toBeVisible();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      'kms=vault&cluster=dr',
    );
  });

  it('says what to configure when there is no KMS', async () => {
    backend.answers('/kms', { items: [] });
    openScreen();
    expect(await screen.findByText(/No KMS is configured/)).toBeVisible();
  });

  it('says which permission is missing', async () => {
    backend.fails(SETUP, 'not-allowed', 'You may not.');
    openScreen();
    expect(
      await screen.findByText('Not yours to see: the set-up'),
    ).toBeVisible();
  });
});

function openScreen(rest?: string) {
  return renderPlatform(<SetupScreen />, { route: ROUTE, rest });
}
