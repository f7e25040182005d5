import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import {
  coverageRow,
  exampleCounts,
  exampleCoverage,
  exampleFinding,
  examplePlatformVolume,
  findingPage,
  platformVolumePage,
} from '../__testUtils__/exampleOverview';
import { exampleTrend } from '../__testUtils__/exampleTrend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { OverviewScreen } from './OverviewScreen';

// They are loaded when they are drawn, which takes a busy machine long.
beforeAll(() => import('./CoverageChart'));

const ROUTE = '/volume-encryption/overview';

const dark = {
  source: 'cluster' as const,
  name: 'dark',
  code: 'cluster-unreachable',
  message: 'It does not answer.',
};

describe('the overview', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/coverage', exampleCoverage());
    backend.answers('/findings', findingPage());
    backend.answers('/volumes', platformVolumePage());
    backend.answers('/overview/trend', exampleTrend());
  });

  it('shows the coverage as figures, whoever cannot see its bars', async () => {
    openScreen();
    const table = await screen.findByRole('table', {
      name: 'Coverage by cluster',
    });
    const row = within(table).getByRole('row', { name: /prod/ });
    const cells = within(row).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      'prod',
      '6',
      '3',
      '1',
      '0',
      '0',
      '2',
      '0',
      '12 GiB2 GiB not encrypted',
    ]);
    expect(
      screen.getByText('6 volumes of 12 GiB, 2 GiB of it not encrypted.'),
    ).toBeVisible();
  });

  it('draws the shares of its rows, each part with a texture of its own', async () => {
    const other = coverageRow({
      name: 'dev',
      counts: exampleCounts({ volumes: 0 }),
    });
    const items = [coverageRow(), other];
    backend.answers('/coverage', exampleCoverage({ items }));
    openScreen();
    const chart = await screen.findByTestId('coverage-chart');
    const fills = [...chart.querySelectorAll('path.recharts-rectangle')].map(
      bar => bar.getAttribute('fill'),
    );
    // A cluster without volumes has no bar; a part without volumes no width.
    expect(fills).toHaveLength(3);
    expect(new Set(fills).size).toBe(3);
    expect(chart.querySelectorAll('pattern')).toHaveLength(6);
    expect(within(chart).getByText('prod')).toBeInTheDocument();
    expect(within(chart).queryByText('dev')).toBeNull();
  });

  it('never looks complete where a cluster could not be read', async () => {
    const gone = coverageRow({
      name: 'dark',
      counts: exampleCounts({ volumes: 0 }),
      incomplete: true,
    });
    backend.answers(
      '/coverage',
      exampleCoverage({
        items: [coverageRow(), gone],
        incomplete: true,
        problems: [dark],
      }),
    );
    backend.answers(
      '/volumes',
      platformVolumePage({ incomplete: true, problems: [dark] }),
    );
    openScreen();
    expect(
      await screen.findByText(/^At least 6 volumes .* not all clusters/),
    ).toBeVisible();
    expect(screen.getByText('at least: not all could be read')).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: 'Volumes (at least 1)' }),
    ).toBeVisible();
    expect(screen.getByText(/It does not answer/)).toBeVisible();
  });

  it('says of each finding whose it is, why, and what to do by whom', async () => {
    const many = exampleFinding({
      code: 'kms-sealed',
      impact: 'blocked',
      about: 'kms',
      kms: 'vault',
      storageClass: undefined,
      message: 'The KMS is sealed.',
      mender: 'vault-admin',
      nextStep: 'Have it unsealed.',
      owners: [
        'group:default/a',
        'group:default/b',
        'group:default/c',
        '(none)',
      ],
      ownerCount: 12,
      volumes: 4321,
    });
    backend.answers('/findings', findingPage({ items: [many] }));
    openScreen();
    const table = await screen.findByRole('table', { name: 'Findings' });
    for (const text of [
      'Blocked',
      '4,321',
      'KMS vault',
      'The KMS is sealed.',
    ]) {
      expect(within(table).getByText(text)).toBeVisible();
    }
    expect(within(table).getByText(/and 9 more/)).toBeVisible();
    expect(
      within(table).getByText("by the Vault's administrators"),
    ).toBeVisible();
  });

  it('shows volumes with their answers, evidence and next step', async () => {
    const stray = examplePlatformVolume({
      claim: 'stray',
      owner: undefined,
      protection: 'volume/customer-key',
      state: 'active',
      grade: 'E4',
      remount: 'blocked',
    });
    backend.answers('/volumes', platformVolumePage({ items: [stray] }));
    openScreen();
    const table = await screen.findByRole('table', { name: 'Volumes' });
    for (const text of ['stray', 'No owner', 'Encrypted', 'Blocked']) {
      expect(within(table).getByText(text)).toBeVisible();
    }
    expect(within(table).getByText(/E4/)).toBeVisible();
  });

  it('shows a volume that no claim has by its own name, and keys of no volume', async () => {
    const kept = examplePlatformVolume({
      persistentVolume: 'pvc-kept',
      phase: 'Released',
    });
    backend.answers('/volumes', platformVolumePage({ items: [kept] }));
    const orphans = exampleFinding({
      code: 'key-without-volume',
      impact: 'left-over',
      about: 'kms',
      kms: 'vault',
      cluster: undefined,
      volumes: 0,
      keys: 3,
      example: undefined,
      observedAt: new Date().toISOString(),
    });
    backend.answers('/findings', findingPage({ items: [orphans] }));
    openScreen();
    const volumes = await screen.findByRole('table', { name: 'Volumes' });
    expect(volumes).toHaveTextContent(/pvc-kept.*Released: no claim has it/);
    const findings = await screen.findByRole('table', { name: 'Findings' });
    expect(findings).toHaveTextContent('Left over');
    expect(findings).toHaveTextContent(/key-without-volume, seen/);
    expect(within(findings).getByText('3 keys').closest('a')).toHaveAttribute(
      'href',
      '/volume-encryption/keys?kms=vault&state=orphan',
    );
  });

  it('a row of the coverage leads to its volumes, and back again', async () => {
    const asked = questions('/volumes');
    openScreen();
    await userEvent.click(await screen.findByRole('link', { name: 'prod' }));
    await waitFor(() => expect(asked.at(-1)).toContain('cluster=prod'));
    expect(address()).toBe(`${ROUTE}?cluster=prod`);
    const chip = await screen.findByText('Cluster: prod');
    expect(chip).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(address()).toBe(ROUTE));
  });

  it('the address keeps filters, what is counted by, and each page', async () => {
    const asked = {
      coverage: questions('/coverage'),
      findings: questions('/findings'),
      volumes: questions('/volumes'),
    };
    openScreen(
      '?by=owner&protection=none&search=pay&findings-page=2&volumes-page=3',
    );
    await screen.findByRole('table', { name: 'Volumes' });
    expect(asked.coverage[0]).toBe(
      '?by=owner&protection=none&search=pay&limit=20&offset=0',
    );
    expect(asked.findings[0]).toBe(
      '?protection=none&search=pay&limit=20&offset=20',
    );
    expect(asked.volumes[0]).toBe(
      '?protection=none&search=pay&limit=20&offset=40',
    );
  });

  it('another filter begins at the first page of each list', async () => {
    questions('/coverage');
    openScreen('?volumes-page=3&by=owner');
    await userEvent.click(await screen.findByRole('link', { name: 'prod' }));
    await waitFor(() => expect(address()).toBe(`${ROUTE}?by=owner&owner=prod`));
  });

  it('counts by something else', async () => {
    const asked = questions('/coverage');
    openScreen();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Driver' }),
    );
    await waitFor(() => expect(asked.at(-1)).toContain('by=driver'));
    expect(address()).toBe(`${ROUTE}?by=driver`);
  });

  it('saves all that the filters let through as a file', async () => {
    const asked = questions('/volumes.csv');
    URL.createObjectURL = jest.fn(() => 'blob:file');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    openScreen('?protection=none');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Download all volumes as CSV',
      }),
    );
    await waitFor(() => expect(URL.createObjectURL).toHaveBeenCalledTimes(1));
    expect(asked).toEqual(['?protection=none']);
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });

  it('a download can be given up', async () => {
    backend.use(http.get('*/volumes.csv', () => delay('infinite')));
    URL.createObjectURL = jest.fn();
    openScreen();
    const name = 'Download all volumes as CSV';
    await userEvent.click(await screen.findByRole('button', { name }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel download' }),
    );
    expect(await screen.findByRole('button', { name })).toBeVisible();
    expect(URL.createObjectURL).not.toHaveBeenCalled();
  });

  it('says so where a download fails', async () => {
    backend.fails('/findings.csv', 'timeout', 'Too slow.');
    openScreen();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Download all findings as CSV',
      }),
    );
    expect(
      await screen.findByText('The file was not made: Too slow.'),
    ).toBeVisible();
  });

  it('explains why there is nothing, and takes it for no proof', async () => {
    const none = { items: [], total: 0 };
    backend.answers('/coverage', exampleCoverage(none));
    backend.answers('/findings', findingPage({ ...none, problems: [dark] }));
    backend.answers(
      '/volumes',
      platformVolumePage({ ...none, incomplete: true }),
    );
    openScreen();
    expect(
      await screen.findByText(/No volume matches. Take a filter out/),
    ).toBeVisible();
    expect(
      await screen.findByText(/does not mean that all is well/),
    ).toBeVisible();
    expect(
      await screen.findByText(/does not mean that there is none/),
    ).toBeVisible();
  });

  it('shows progress until it knows', async () => {
    for (const path of ['coverage', 'findings', 'volumes', 'overview/trend']) {
      backend.use(http.get(`*/${path}`, () => delay('infinite')));
    }
    openScreen();
    expect(await screen.findAllByTestId('progress')).toHaveLength(4);
  });

  it('a part that fails does not take the others with it', async () => {
    backend.fails('/findings', 'timeout', 'Too slow.');
    openScreen();
    expect(
      await screen.findByText(/The findings could not be read: Too slow/),
    ).toBeVisible();
    expect(await screen.findByRole('table', { name: 'Volumes' })).toBeVisible();
  });

  it('tells who may not see it what to ask for', async () => {
    for (const path of ['/coverage', '/findings', '/volumes']) {
      backend.fails(path, 'not-allowed', 'You lack it.');
    }
    openScreen();
    expect(
      await screen.findByText('Not yours to see: the coverage'),
    ).toBeVisible();
    expect(screen.getAllByText(platformReadPermission.name)[0]).toBeVisible();
  });

  /** The queries of all requests for this path from now on. */
  function questions(path: string): string[] {
    const asked: string[] = [];
    const bodies: Record<string, object> = {
      '/coverage': exampleCoverage(),
      '/findings': findingPage({ total: 100 }),
      '/volumes': platformVolumePage({ total: 100 }),
    };
    backend.use(
      http.get(`*/api/volume-encryption${path}`, ({ request }) => {
        const { search, searchParams } = new URL(request.url);
        asked.push(search);
        const by = searchParams.get('by');
        return bodies[path]
          ? HttpResponse.json({ ...bodies[path], ...(by && { by }) })
          : new HttpResponse('cluster\r\n');
      }),
    );
    return asked;
  }
});

function address() {
  return screen.getByLabelText('address').textContent;
}

function openScreen(rest = '') {
  return renderPlatform(<OverviewScreen />, { route: ROUTE, rest });
}
