import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { storageClassCreatePermission } from 'backstage-plugin-volume-encryption-common';
import { http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import {
  exampleBlastRadius,
  exampleKms,
} from '../__testUtils__/exampleBlastRadius';
import { renderForEntity } from '../rendering/__testUtils__/renderForEntity';
import { BlastRadiusCard } from './BlastRadiusCard';

describe('the card "Blast radius"', () => {
  const backend = startBackend();
  const render = () =>
    renderForEntity(<BlastRadiusCard />, { entity: exampleKms });

  it('says in a sentence what is hit, and lists whose it is', async () => {
    backend.answers('/blast-radius', exampleBlastRadius());
    render();
    expect(
      await screen.findByText(
        'If this KMS goes down, 4 volumes of 2 components of 1 owner cannot be mounted again.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Blast radius')).toBeVisible();
    const [, ledger] = screen.getAllByRole('row');
    const links = within(ledger).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/catalog/default/component/ledger',
      '/catalog/default/group/payments',
    ]);
    expect(within(ledger).getByText('2')).toBeVisible();
    expect(screen.getByText(/^1 volume of these is of no/)).toBeVisible();
  });

  it('asks for what the entity stands for, page by page', async () => {
    const asked: string[] = [];
    backend.use(
      http.get('*/blast-radius', ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(searchParams.toString());
        const offset = Number(searchParams.get('offset'));
        return HttpResponse.json(exampleBlastRadius({ total: 45, offset }));
      }),
    );
    render();
    await userEvent.click(await screen.findByLabelText('Next page'));
    expect(await screen.findByText('21-40 of 45')).toBeVisible();
    expect(asked).toEqual([
      'of=kms%2Fvault&limit=20&offset=0',
      'of=kms%2Fvault&limit=20&offset=20',
    ]);
  });

  it('leads from a StorageClass to its test, for who may do that', async () => {
    backend.answers(
      '/blast-radius',
      exampleBlastRadius({
        fact: {
          ...{ id: 'storage-class/prod/fast', type: 'storage-class' },
          ...{ name: 'fast', cluster: 'prod', dependsOn: [], usedBy: [] },
        },
      }),
    );
    const denied = [storageClassCreatePermission.name];
    backend.answers('/capabilities', capabilities(denied));
    const { unmount } = render();
    await screen.findByRole('table');
    expect(
      screen.queryByRole('button', { name: 'Test this class' }),
    ).toBeNull();
    unmount();

    backend.answers('/capabilities', capabilities());
    render();
    const test = await screen.findByRole('button', { name: 'Test this class' });
    const address = new URL(test.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toMatch(/\/encryption-smoke-test$/);
    expect(address.searchParams.get('formData')).toBe(
      '{"cluster":"prod","storageClass":"fast"}',
    );
  });

  it('says that nothing rests on it', async () => {
    const none = { volumes: 0, volumesOfNone: 0, owners: 0, total: 0 };
    backend.answers(
      '/blast-radius',
      exampleBlastRadius({ ...none, items: [] }),
    );
    render();
    expect(
      await screen.findByText(/^No volume that could be read/),
    ).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says which cluster could not be read: there may be more', async () => {
    const problem = {
      source: 'cluster',
      name: 'edge',
      code: 'cluster-unreachable',
      message: 'It does not answer.',
    } as const;
    backend.answers(
      '/blast-radius',
      exampleBlastRadius({ problems: [problem] }),
    );
    render();
    expect(
      await screen.findByText(/Cluster edge could not be read/),
    ).toBeVisible();
  });

  it('waits, and tells who may not see it what it takes', async () => {
    backend.fails('/blast-radius', 'not-allowed', 'You may not.');
    render();
    expect(screen.getByTestId('progress')).toBeInTheDocument();
    expect(
      await screen.findByText('volume-encryption.platform.read'),
    ).toBeVisible();
  });

  it('says why it could not be read, and tries again', async () => {
    backend.fails('/blast-radius', 'not-found', 'There is no "kms/vault".');
    render();
    const again = await screen.findByRole('button', { name: 'Try again' });
    backend.answers('/blast-radius', exampleBlastRadius());
    await userEvent.click(again);
    expect(await screen.findByText(/^If this KMS goes down/)).toBeVisible();
  });
});
