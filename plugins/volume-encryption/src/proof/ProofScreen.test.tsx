import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IsolationMatrix,
  IsolationRow,
} from 'backstage-plugin-volume-encryption-common';
import { startBackend } from '../__testUtils__/backend';
import { capabilities } from '../__testUtils__/examplePlatform';
import { renderPlatform } from '../rendering/__testUtils__/renderPlatform';
import { ProofScreen } from './ProofScreen';

const ROUTE = '/volume-encryption/proof';

const ISOLATION = '/kms/vault/isolation';
const IDENTITY = '/kms/vault/identity';
const observedAt = '2026-11-24T19:58:00Z';

const exact = {
  path: 'csi/metadata/+',
  expected: ['list', 'read'],
  actual: ['list', 'read'],
  verdict: 'exact' as const,
  message: 'As documented.',
};
const identity = {
  kms: 'vault',
  verdict: 'exact' as const,
  items: [exact],
  observedAt,
};

function row(changes: Partial<IsolationRow> = {}): IsolationRow {
  return {
    tenantId: 'prod.payments',
    custody: 'vaulttokens',
    basis: 'asked',
    own: ['create', 'read'],
    denied: 1,
    findings: [],
    ...changes,
  };
}
const insurance = row({
  tenantId: 'dr.payments',
  custody: 'vaulttenantsa',
  basis: 'derived',
});

function matrix(changes: Partial<IsolationMatrix> = {}): IsolationMatrix {
  const rows = changes.rows ?? [row(), insurance];
  return {
    kms: 'vault',
    total: rows.length,
    offset: 0,
    limit: 20,
    tenants: rows.map(({ tenantId }) => tenantId),
    rows,
    totals: { asked: changes.total ?? rows.length, findings: 0, unknown: 0 },
    clean: true,
    observedAt,
    ...changes,
  };
}

describe('the proof', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.answers('/capabilities', capabilities());
    backend.answers('/kms', { items: [{ name: 'vault' }] });
    backend.answers(ISOLATION, matrix());
    backend.answers(IDENTITY, identity);
  });

  it('holds each credential against each tenant, in words', async () => {
    openScreen();
    const grid = await screen.findByRole('table', {
      name: "What each credential may do on each tenant's keys",
    });
    const cells = within(grid)
      .getAllByRole('cell')
      .map(cell => cell.textContent);
    expect(cells).toEqual(['own', 'deny', 'deny', 'own']);
    expect(within(grid).getByText('vaulttokens, asked')).toBeVisible();
    expect(within(grid).getByText('vaulttenantsa, derived')).toBeVisible();
    expect(
      screen.getByText(
        'Clean: each of the 2 tenants is denied all of the others',
      ),
    ).toBeVisible();
  });

  it('puts findings first and calls the cell allowed', async () => {
    const finding = {
      tenantId: 'dr.payments',
      path: 'csi/data/dr.payments/x',
      capabilities: ['read'],
      message: 'A policy of its entity gives it.',
    };
    backend.answers(
      ISOLATION,
      matrix({
        rows: [row({ denied: 0, findings: [finding] }), insurance],
        totals: { asked: 2, findings: 1, unknown: 0 },
        clean: false,
      }),
    );
    openScreen();
    const findings = await screen.findByRole('region', { name: 'Findings' });
    expect(findings).toHaveTextContent(
      'prod.payments may read on csi/data/dr.payments/x. A policy of its entity',
    );
    const grid = screen.getByRole('table', { name: /each tenant's keys/ });
    expect(within(grid).getByText('ALLOWED')).toBeVisible();
    expect(
      screen.getByText("1 of 2 tenants may do something on another's keys"),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'tenant prod.payments' }),
    ).toHaveAttribute(
      'href',
      '/volume-encryption/tenants/prod/payments?custody=vaulttokens&kms=vault',
    );
    expect(
      screen.getByRole('link', { name: 'the set-up of prod' }),
    ).toHaveAttribute(
      'href',
      '/volume-encryption/setup?kms=vault&cluster=prod',
    );
    expect(findings.compareDocumentPosition(grid)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it.each([
    ['a row is unknown, whatever else is said', { unknown: 1 }, true],
    ['the answer is not clean', {}, false],
  ])('calls nothing clean when %s', async (_name, changes, clean) => {
    const totals = { asked: 2, findings: 0, unknown: 0, ...changes };
    backend.answers(ISOLATION, matrix({ totals, clean }));
    openScreen();
    expect(
      await screen.findByText('Not known for all, and so not called clean'),
    ).toBeVisible();
    expect(screen.queryByText(/^Clean/)).toBeNull();
  });

  it('calls the cells of an unknown credential unknown, with the reason', async () => {
    backend.answers(
      ISOLATION,
      matrix({
        rows: [
          row({ basis: 'unknown', denied: 0, message: 'Vault is sealed.' }),
          insurance,
        ],
        totals: { asked: 2, findings: 0, unknown: 1 },
        clean: false,
      }),
    );
    openScreen();
    const grid = await screen.findByRole('table', {
      name: /each tenant's keys/,
    });
    expect(within(grid).getByText('unknown')).toBeVisible();
    expect(
      screen.getByText('Of prod.payments it is not known. Vault is sealed.'),
    ).toBeVisible();
  });

  it('counts instead of drawing more than twelve', async () => {
    const rows = Array.from({ length: 13 }, (_, at) =>
      row({ tenantId: `prod.t${at}`, denied: 12 }),
    );
    backend.answers(ISOLATION, matrix({ rows }));
    openScreen();
    const table = await screen.findByRole('table', {
      name: "What each credential may do on the other tenants' keys",
    });
    expect(within(table).getAllByText('12 of 12 others')).toHaveLength(13);
    expect(
      screen.queryByRole('table', { name: /each tenant's keys/ }),
    ).toBeNull();
  });

  it.each([
    [{ findings: 1 }, "1 of 45 tenants may do something on another's keys"],
    [
      { asked: 20, unknown: 25 },
      '20 of 45 tenants looked at so far, and so not called clean',
    ],
    [{ unknown: 1 }, 'Not known for all, and so not called clean'],
  ])('speaks of all tenants, not of a page: %j', async (changes, words) => {
    const tenants = Array.from({ length: 45 }, (_, at) => `prod.t${at}`);
    const rows = tenants
      .slice(0, 20)
      .map(tenantId => row({ tenantId, denied: 44 }));
    const totals = { asked: 45, findings: 0, unknown: 0, ...changes };
    const answer = { rows, tenants, total: 45, totals, clean: false };
    backend.answers(ISOLATION, matrix(answer));
    openScreen();
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByText(/^Clean/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Next page' })).toBeEnabled();
  });

  it('tells what was not answered for unknown, and not for a finding', async () => {
    const silent = {
      ...{ tenantId: 'dr.payments', capabilities: [] },
      ...{ path: 'csi/dr.payments/data/probe', message: 'Nothing is known.' },
    };
    const rows = [row({ denied: 0, findings: [silent] }), insurance];
    const totals = { asked: 2, findings: 0, unknown: 1 };
    backend.answers(ISOLATION, matrix({ rows, totals, clean: false }));
    openScreen();
    const findings = await screen.findByRole('region', { name: 'Findings' });
    expect(findings).toHaveTextContent(
      'What prod.payments may is not known on csi/dr.payments/data/probe.',
    );
    expect(findings).not.toHaveTextContent('prod.payments may on');
    expect(within(findings).queryByLabelText('Error')).toBeNull();
  });

  it('has a row for each credential of a namespace with two', async () => {
    const errors = jest.spyOn(console, 'error').mockImplementation(() => {});
    const rows = [row(), row({ custody: 'vaulttenantsa', basis: 'derived' })];
    const tenants = ['prod.payments', 'dr.payments'];
    backend.answers(ISOLATION, matrix({ rows, tenants }));
    openScreen();
    const grid = await screen.findByRole('table', {
      name: /each tenant's keys/,
    });
    expect(within(grid).getAllByText('prod.payments')).toHaveLength(3);
    expect(errors.mock.calls.join()).not.toContain('same key');
    errors.mockRestore();
  });

  it('claims nothing where there is no tenant', async () => {
    backend.answers(ISOLATION, matrix({ rows: [] }));
    openScreen();
    expect(await screen.findByText(/there is nothing to prove/)).toBeVisible();
    expect(screen.queryByText(/^Clean/)).toBeNull();
  });

  it('shows what differs of the own identity first', async () => {
    backend.answers(IDENTITY, {
      ...identity,
      verdict: 'more',
      message: 'The portal may do more than it has to.',
      items: [
        exact,
        {
          path: 'csi/data/+',
          expected: [],
          actual: ['read'],
          verdict: 'more',
          message: 'It could read keys. Take the line away.',
        },
      ],
    });
    openScreen();
    const [, first, second] = within(
      await screen.findByRole('table', { name: 'Rights of the portal' }),
    ).getAllByRole('row');
    expect(first).toHaveTextContent(
      'csi/data/+nonereadMore than documentedIt could read keys.',
    );
    expect(second).toHaveTextContent('Exactly as documented');
    expect(
      screen.getByText('The portal may do more than it has to.'),
    ).toBeVisible();
  });

  it('shows what the credential may do that destroys keys, beside it', async () => {
    const message = 'The custodian may do more than it has to, at 1 path.';
    const root = {
      path: 'csi/prod.payments/data/probe',
      expected: ['deny'],
      actual: ['root'],
      verdict: 'more',
      message: 'The custodian may root here and must not.',
    };
    const custodian = { verdict: 'more', message, items: [exact, root] };
    backend.answers(IDENTITY, { ...identity, custodian });
    openScreen();
    const [, first, second] = within(
      await screen.findByRole('table', { name: 'Rights of the custodian' }),
    ).getAllByRole('row');
    expect(first).toHaveTextContent(
      'csi/prod.payments/data/probedenyrootMore than documented',
    );
    expect(second).toHaveTextContent('Exactly as documented');
    expect(screen.getByText(message)).toBeVisible();
    expect(
      screen.getByRole('table', { name: 'Rights of the portal' }),
    ).not.toHaveTextContent('More than documented');
  });

  it('calls it unknown where the KMS did not say, with the reason', async () => {
    const message = 'The line that it may lack: path "sys/capabilities-self"';
    const custodian = { verdict: 'unknown', message, items: [] };
    backend.answers(IDENTITY, { ...identity, custodian });
    openScreen();
    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.getByText('Unknown')).toBeVisible();
    expect(screen.queryByText(/None is configured for this KMS/)).toBeNull();
  });

  it('says so where no credential destroys keys', async () => {
    openScreen();
    expect(
      await screen.findByText(/None is configured for this KMS/),
    ).toBeVisible();
    expect(
      screen.queryByRole('table', { name: 'Rights of the custodian' }),
    ).toBeNull();
  });

  it('shows many paths page by page, the worst on the first', async () => {
    const items = Array.from({ length: 21 }, (_, at) => ({
      ...exact,
      path: `path-${at}`,
      verdict: at === 20 ? ('less' as const) : ('exact' as const),
    }));
    backend.answers(IDENTITY, { ...identity, verdict: 'less', items });
    openScreen();
    const rows = async () =>
      within(
        await screen.findByRole('table', { name: 'Rights of the portal' }),
      ).getAllByRole('row');
    expect(await rows()).toHaveLength(21);
    expect((await rows())[1]).toHaveTextContent('path-20');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await rows()).toHaveLength(2);
    expect((await rows())[1]).toHaveTextContent('path-19');
  });

  it('shows one proof when the other fails, and why', async () => {
    backend.fails(ISOLATION, 'not-allowed', 'You may not.');
    backend.fails(IDENTITY, 'kms-sealed', 'Vault is sealed.');
    openScreen();
    expect(
      await screen.findByText('Not yours to see: the isolation of the tenants'),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /The portal's own rights could not be read: Vault is sealed/,
      ),
    ).toBeVisible();
  });
});

function openScreen() {
  return renderPlatform(<ProofScreen path={ROUTE} />, { route: ROUTE });
}
