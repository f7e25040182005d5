import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kmsConnectionUpdatePermission } from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { ConnectionsScreen } from './ConnectionsScreen';

const ROUTE = '/volume-encryption/connections';

const CONNECTIONS = '/clusters/prod/kms-connections';
const SOURCE = '/clusters/prod/kms-source';

const source = {
  cluster: 'prod',
  namespace: 'rook-ceph',
  style: 'mounted-file',
  configMap: 'rook-ceph-csi-kms-config',
  evidence: 'The provisioner mounts it.',
  reasons: [],
};
const connection = {
  cluster: 'prod',
  kmsId: 'vault-sa',
  kmsType: 'vaulttenantsa',
  kms: 'vault',
  options: { encryptionKMSType: 'vaulttenantsa', vaultRole: 'csi' },
  reasons: [
    { code: 'x', severity: 'error', message: 'vaultRole is not a text.' },
  ],
};

describe('the KMS connections', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/clusters', { items: [{ name: 'prod' }] });
    backend.answers(SOURCE, source);
    backend.answers(CONNECTIONS, { items: [connection], problems: [] });
  });

  it('says where they are read from, and how that is known', async () => {
    openScreen();
    expect(
      await screen.findByText('rook-ceph/rook-ceph-csi-kms-config'),
    ).toBeVisible();
    expect(screen.getByText(/One file config.json/)).toBeVisible();
    expect(screen.getByText('The provisioner mounts it.')).toBeVisible();
  });

  it('says unknown, with the reason, where it is not known', async () => {
    backend.answers(SOURCE, {
      ...source,
      style: 'unknown',
      configMap: undefined,
      reasons: [
        { code: 'y', severity: 'warning', message: 'No provisioner was seen.' },
      ],
    });
    openScreen();
    expect(await screen.findByText('Unknown')).toBeVisible();
    expect(screen.getByText('No provisioner was seen.')).toBeVisible();
  });

  it('shows each with its problems, and leads to its change', async () => {
    openScreen();
    const table = await screen.findByRole('table', { name: 'KMS connections' });
    expect(within(table).getByRole('img', { name: 'error' })).toBeVisible();
    expect(within(table).getByText('vaultRole is not a text.')).toBeVisible();
    expect(formOf('Test')).toEqual([
      'kms-connection-test',
      { cluster: 'prod', kmsId: 'vault-sa' },
    ]);
    expect(formOf('Remove')).toEqual([
      'kms-connection-removal',
      { cluster: 'prod', kmsId: 'vault-sa' },
    ]);
    expect(formOf('Add a connection')).toEqual([
      'kms-connection',
      expect.objectContaining({ cluster: 'prod' }),
    ]);
  });

  it('shows the options that it has, and brings them into its form', async () => {
    openScreen();
    await userEvent.click(await screen.findByText('2 options'));
    expect(screen.getByText('vaultRole')).toBeVisible();
    expect(screen.getByText('csi')).toBeVisible();
    const { kmsId, options } = connection;
    expect(formOf('Change')).toEqual([
      'kms-connection',
      { cluster: 'prod', kmsId, style: 'options', options },
    ]);
  });

  it('brings nothing into the address that nobody reads, or that is a credential', async () => {
    const { options } = connection;
    const found = {
      ...options,
      pin: 'canary',
      vaultAuthPath: 'hvs.canary1234',
    };
    const items = [{ ...connection, options: found }];
    backend.answers(CONNECTIONS, { items, problems: [] });
    openScreen();
    await screen.findByText('4 options');
    expect(formOf('Change')[1]).toMatchObject({ options });
    const { href } = screen.getByRole<HTMLAnchorElement>('button', {
      name: 'Change',
    });
    expect(href).not.toContain('canary');
  });

  it('keeps one that is written as variables so', async () => {
    const variables = { KMS_PROVIDER: 'vaulttokens', VAULT_ADDR: 'https://v' };
    const items = [{ ...connection, options: variables }];
    backend.answers(CONNECTIONS, { items, problems: [] });
    openScreen();
    await screen.findByText('2 options');
    expect(formOf('Change')[1]).toMatchObject({
      style: 'variables',
      variables,
    });
  });

  it('offers no change of the file itself, and says what to do', async () => {
    const { options, ...broken } = { ...connection, kmsId: 'config.json' };
    backend.answers(CONNECTIONS, { items: [broken], problems: [] });
    openScreen();
    expect(await screen.findByText(/By hand, in the ConfigMap/)).toBeVisible();
    expect(screen.getByText('not readable')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Change|Remove/ })).toBeNull();
  });

  it('offers no change to who may not', async () => {
    backend.answers(
      '/capabilities',
      capabilities([kmsConnectionUpdatePermission.name]),
    );
    openScreen();
    await screen.findByRole('table', { name: 'KMS connections' });
    expect(
      screen.queryByRole('button', { name: /Change|Remove|Add a connection/ }),
    ).toBeNull();
  });

  it.each([
    [[], /has no KMS connection yet/],
    [
      [{ source: 'cluster', name: 'prod', code: 'timeout', message: 'No.' }],
      /No connection could be read/,
    ],
  ])('tells none from not read', async (problems, text) => {
    backend.answers(CONNECTIONS, { items: [], problems });
    openScreen();
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('says what failed and what is denied', async () => {
    backend.fails(SOURCE, 'timeout', 'Too slow.');
    backend.fails(CONNECTIONS, 'not-allowed', 'You may not.');
    openScreen();
    expect(
      await screen.findByText(
        /The source of the connections could not be read: Too slow/,
      ),
    ).toBeVisible();
    expect(
      await screen.findByText('Not yours to see: the KMS connections'),
    ).toBeVisible();
  });
});

/** The template that a button leads to, and what its form is filled with. */
function formOf(title: string) {
  const button = screen.getByRole('button', { name: title });
  const address = new URL(button.getAttribute('href') ?? '', 'http://x');
  const form = JSON.parse(address.searchParams.get('formData') ?? '');
  return [address.pathname.split('/').at(-1), form];
}

function openScreen() {
  return renderPlatform(<ConnectionsScreen />, { route: ROUTE });
}
