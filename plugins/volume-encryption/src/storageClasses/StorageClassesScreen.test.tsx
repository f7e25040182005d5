import {
  storageClassCreatePermission,
  type StorageClassView,
} from 'backstage-plugin-volume-encryption-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { StorageClassesScreen } from './StorageClassesScreen';

const ROUTE = '/volume-encryption/classes';

const encrypted: StorageClassView = {
  ...{ cluster: 'prod', name: 'fast-encrypted', isDefault: true },
  provisioner: 'rook-ceph.rbd.csi.ceph.com',
  ...{ encryption: 'block', kmsId: 'vault-tokens', kmsType: 'vaulttokens' },
  ...{ bindingMode: 'Immediate', reclaimPolicy: 'Delete' },
  createdAt: '2026-11-24T19:58:00Z',
  reasons: [],
  asDefault: {
    ...{ code: 'default-class-encrypted', severity: 'ok' },
    message: 'It asks for encrypted volumes.',
  },
};

const clear: StorageClassView = {
  ...encrypted,
  ...{ cluster: 'dev', name: 'gp2', isDefault: false, encryption: 'none' },
  ...{ provisioner: 'ebs.csi.aws.com', kmsId: undefined, kmsType: undefined },
  bindingMode: 'WaitForFirstConsumer',
  asDefault: {
    ...{ code: 'default-class-unencrypted', severity: 'error' },
    message: 'It does not encrypt its volumes.',
  },
};

const rows = (name: string) =>
  screen
    .findByRole('table', { name })
    .then(table => within(table).getAllByRole('row').slice(1));

describe('StorageClasses', () => {
  const backend = startBackend();
  const answer = (items: StorageClassView[]) =>
    backend.answers('/storage-classes', { items, defaults: [], problems: [] });
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    answer([encrypted, clear]);
  });

  it('says what each asks for, of any driver, and leads to its volumes', async () => {
    openScreen();
    const [one, other] = await rows('StorageClasses');
    expect(one).toHaveTextContent('It asks for encrypted volumes.');
    expect(one).toHaveTextContent('vault-tokens (vaulttokens)');
    expect(within(one).getByText('default')).toBeVisible();
    expect(
      within(one).getByRole('link', { name: 'fast-encrypted' }),
    ).toHaveAttribute(
      'href',
      '/volume-encryption/overview?cluster=prod&storageClass=fast-encrypted',
    );
    expect(within(other).getByRole('img', { name: 'error' })).toBeVisible();
    expect(other).toHaveTextContent('at the first pod');
    expect(within(other).queryByText('default')).toBeNull();
  });

  it('leads to the test of a class, and to a new one', async () => {
    openScreen();
    const [one] = await rows('StorageClasses');
    const test = within(one).getByRole('button', { name: 'Test this class' });
    const address = new URL(test.getAttribute('href') ?? '', 'http://x');
    expect(JSON.parse(address.searchParams.get('formData') ?? '')).toEqual({
      ...{ cluster: 'prod', storageClass: 'fast-encrypted' },
    });
    const publish = screen.getByRole('button', {
      name: 'Publish an encrypted class',
    });
    expect(publish.getAttribute('href')).toMatch(/encrypted-storage-class/);
  });

  it('offers neither to who may not', async () => {
    const denied = [storageClassCreatePermission.name];
    backend.answers('/capabilities', capabilities(denied));
    openScreen();
    await rows('StorageClasses');
    expect(screen.queryByRole('button', { name: /Test|Publish/ })).toBeNull();
  });

  it('finds by driver, in the address, and says that nothing matches', async () => {
    openScreen();
    await rows('StorageClasses');
    const field = screen.getByRole('searchbox', { name: /Find by class/ });
    await userEvent.type(field, 'EBS');
    expect(await screen.findByText(/search=EBS/)).toBeVisible();
    expect(await rows('StorageClasses')).toHaveLength(1);
    await userEvent.type(field, 'x');
    expect(
      await screen.findByText('No StorageClass matches “EBSx”.'),
    ).toBeVisible();
  });

  it('shows many page by page', async () => {
    answer(
      Array.from({ length: 21 }, (_, at) => ({
        ...clear,
        name: `class-${at}`,
      })),
    );
    openScreen();
    expect(await rows('StorageClasses')).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await rows('StorageClasses')).toHaveLength(1);
  });

  it('explains that there is none', async () => {
    answer([]);
    openScreen();
    expect(
      await screen.findByText(/No cluster has a StorageClass/),
    ).toBeVisible();
  });

  it('says who may not see them', async () => {
    backend.fails('/storage-classes', 'not-allowed', 'You may not.');
    openScreen();
    expect(
      await screen.findAllByText('Not yours to see: the StorageClasses'),
    ).toHaveLength(2);
  });
});

describe('default classes', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/storage-classes', classes());
  });
  const table = () =>
    screen.findByRole('table', { name: 'Default StorageClasses' });

  it('says which counts and what is wrong, and leads to the template', async () => {
    openScreen();
    const shown = await table();
    expect(shown).toHaveTextContent('newstandard');
    expect(within(shown).getByText('Two are marked.')).toBeVisible();
    expect(within(shown).getByRole('img', { name: 'error' })).toBeVisible();
    const change = within(shown).getByRole('button', { name: 'Change' });
    const address = new URL(change.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toMatch(/\/storage-class-default$/);
    expect(address.searchParams.get('formData')).toBe('{"cluster":"prod"}');
  });

  it('offers no change to who may not', async () => {
    const denied = [storageClassCreatePermission.name];
    backend.answers('/capabilities', capabilities(denied));
    openScreen();
    expect(within(await table()).getByText('not allowed')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  });

  it('tells none from not read', async () => {
    const unread = {
      code: 'default-class-unread',
      severity: 'warning',
      message: 'Not known.',
    };
    const row = { cluster: 'prod', names: [], reasons: [unread] };
    const problem = {
      ...{ source: 'cluster', name: 'prod', code: 'cluster-denied' },
      message: 'RBAC.',
    };
    backend.answers('/storage-classes', {
      ...{ items: [], defaults: [row], problems: [problem] },
    });
    openScreen();
    expect(within(await table()).getByText('Not known.')).toBeVisible();
    expect(screen.getAllByText(/Cluster prod could not be read/)).toHaveLength(
      2,
    );
    expect(screen.getByText(/does not mean that there is none/)).toBeVisible();
  });

  it('says what failed', async () => {
    backend.fails('/storage-classes', 'timeout', 'Too slow.');
    openScreen();
    expect(
      await screen.findAllByText(/StorageClasses could not be read: Too slow/),
    ).toHaveLength(2);
  });
});

/** One cluster with two defaults, of which that counts which does not encrypt. */
function classes() {
  const reasons = [
    {
      code: 'default-class-several',
      severity: 'warning',
      message: 'Two are marked.',
    },
    {
      code: 'default-class-unencrypted',
      severity: 'error',
      message: 'It does not encrypt.',
    },
  ];
  const row = { cluster: 'prod', names: ['new', 'standard'], reasons };
  return { items: [], defaults: [row], problems: [] };
}

function openScreen() {
  return renderPlatform(<StorageClassesScreen />, { route: ROUTE });
}
