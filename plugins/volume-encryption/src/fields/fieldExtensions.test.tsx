import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend } from '../__testUtils__/backend';
import { renderTemplateForm } from '../rendering/__testUtils__/renderTemplateForm';
import * as fieldExtensions from './fieldExtensions';

const tenant = {
  type: 'object',
  title: 'Namespace',
  'ui:field': 'VolumeTenantPicker',
};
const storageClass = {
  type: 'string',
  title: 'StorageClass',
  'ui:field': 'VolumeStorageClassPicker',
};
const cluster = {
  type: 'string',
  title: 'Cluster',
  'ui:field': 'VolumeClusterPicker',
};
const namespace = {
  type: 'string',
  title: 'Namespace',
  'ui:field': 'VolumeNamespacePicker',
};
const kmsId = {
  type: 'string',
  title: 'KMS connection',
  'ui:field': 'VolumeKmsConnectionPicker',
  'ui:options': { kmsType: 'vaulttokens' },
};

const TENANTS = '/entities/component/default/ledger/tenants';
const entityRef = 'component:default/ledger';
const payments = {
  cluster: 'sandbox',
  namespace: 'payments',
  id: 'sandbox.payments',
  owner: 'group:default/payments',
  custodies: ['vaulttenantsa'],
};

describe('VolumeTenantPicker', () => {
  const backend = startBackend();

  it('offers the namespaces of the chosen component, and gives both names', async () => {
    backend.answers(TENANTS, { items: [payments], problems: [] });
    const { onCreate } = renderForm({ tenant }, { entityRef });
    await choose(/Namespace/, /payments on sandbox.*ServiceAccount/);
    await finish();
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({
        entityRef,
        tenant: { cluster: 'sandbox', namespace: 'payments' },
      }),
    );
  });

  it('waits for the component', async () => {
    renderForm({ tenant });
    expect(
      await screen.findByText('Choose the component first.'),
    ).toBeVisible();
    expect(screen.getByLabelText(/Namespace/)).toBeDisabled();
  });

  it('explains why it offers nothing', async () => {
    backend.answers(TENANTS, { items: [], problems: [] });
    renderForm({ tenant }, { entityRef });
    expect(
      await screen.findByText(/No namespace serves an owner of component/),
    ).toBeVisible();
  });

  it('says what is missing from a cluster that is down', async () => {
    const problem = {
      source: 'cluster',
      name: 'prod',
      code: 'timeout',
      message: 'No answer.',
    };
    backend.answers(TENANTS, { items: [payments], problems: [problem] });
    renderForm({ tenant }, { entityRef });
    expect(
      await screen.findByText(/What cluster prod has is not in the list/),
    ).toBeVisible();
  });

  it('says of a namespace in the list that its credential is not known', async () => {
    const problem = {
      source: 'namespace',
      name: 'sandbox.payments',
      code: 'credential-unread',
      message: 'Whether it has a credential for its keys is not known.',
    };
    const unread = { ...payments, custodies: undefined };
    backend.answers(TENANTS, { items: [unread], problems: [problem] });
    renderForm({ tenant }, { entityRef });
    const note = await screen.findByText(/^Namespace sandbox\.payments: /);
    expect(note).not.toHaveClass('Mui-error');
    expect(screen.queryByText(/is not in the list/)).toBeNull();
    await choose(/Namespace/, /payments on sandbox.*for keys is not known/);
  });

  it('says whom to ask when it is refused', async () => {
    backend.fails(TENANTS, 'not-allowed', 'You may not ask for volumes.');
    renderForm({ tenant }, { entityRef });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not ask for volumes.');
    expect(alert).toHaveTextContent('Ask whoever keeps the permission policy');
  });

  it('tries again after an error', async () => {
    backend.fails(TENANTS, 'timeout', 'Too slow.');
    renderForm({ tenant }, { entityRef });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    backend.answers(TENANTS, { items: [payments], problems: [] });
    await userEvent.click(retry);
    await choose(/Namespace/, /payments on sandbox/);
    expect(screen.getByLabelText(/Namespace/)).toHaveValue(
      'payments on sandbox',
    );
  });

  it('drops a namespace that the component may not use', async () => {
    backend.answers(TENANTS, { items: [payments], problems: [] });
    const { onCreate } = renderForm(
      { tenant },
      { entityRef, tenant: { cluster: 'sandbox', namespace: 'insurance' } },
    );
    await waitFor(() =>
      expect(screen.getByLabelText(/Namespace/)).toBeEnabled(),
    );
    await finish();
    expect(onCreate).not.toHaveBeenCalled();
  });
});

describe('VolumeStorageClassPicker', () => {
  const backend = startBackend();
  const values = { tenant: { cluster: 'sandbox', namespace: 'payments' } };
  const classOf = (changes: object) => ({
    cluster: 'sandbox',
    name: 'encrypted-rbd',
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    encryption: 'block',
    kmsId: 'vault-tokens',
    kmsType: 'vaulttokens',
    isDefault: false,
    bindingMode: 'Immediate',
    reclaimPolicy: 'Delete',
    createdAt: '2026-11-20T08:00:00Z',
    reasons: [],
    ...changes,
  });

  it('offers encrypted classes of the cluster and says what each asks', async () => {
    backend.answers('/storage-classes', {
      items: [
        classOf({}),
        classOf({ name: 'plain', encryption: 'none' }),
        classOf({
          name: 'broken',
          encryption: 'invalid',
          reasons: [{ code: 'x', severity: 'error', message: 'No such KMS.' }],
        }),
        classOf({
          name: 'retired',
          reasons: [{ code: 'x', severity: 'error', message: 'Retired.' }],
        }),
        classOf({ name: 'shared', kmsId: undefined }),
      ],
      problems: [],
    });
    renderForm({ storageClass }, values);
    await waitFor(() =>
      expect(screen.getByLabelText(/StorageClass/)).toBeEnabled(),
    );
    await userEvent.click(screen.getByLabelText(/StorageClass/));
    const options = await screen.findAllByRole('option');
    expect(options.map(one => one.textContent)).toEqual([
      'encrypted-rbdblock encryption, a key per volume, kept by vault-tokens (vaulttokens), bound at once, deleted with its claim',
      'brokenNo such KMS.',
      'retiredRetired.',
      'sharedblock encryption, one passphrase for all its volumes, bound at once, deleted with its claim',
    ]);
    expect(options.map(one => one.getAttribute('aria-disabled'))).toEqual([
      'false',
      'true',
      'true',
      'false',
    ]);
  });

  it('refuses a class that cannot be used', async () => {
    backend.answers('/storage-classes', {
      items: [classOf({ encryption: 'invalid' })],
      problems: [],
    });
    const { onCreate } = renderForm(
      { storageClass },
      { ...values, storageClass: 'encrypted-rbd' },
    );
    await waitFor(() =>
      expect(screen.getByLabelText(/StorageClass/)).toHaveValue(
        'encrypted-rbd',
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/^encrypted-rbd cannot be used/),
    ).toBeVisible();
    expect(onCreate).not.toHaveBeenCalled();
  });
});

describe('the fields of the platform team', () => {
  const backend = startBackend();

  it('ask for namespaces and connections of the cluster that is chosen', async () => {
    backend.answers('/clusters', {
      items: [{ name: 'sandbox', state: 'synced', resources: [] }],
    });
    backend.answers('/clusters/sandbox/namespaces', {
      items: [
        {
          ...payments,
          ...{ owner: undefined, custodies: undefined },
          project: { displayName: 'Payments', requester: 'jane' },
        },
      ],
      problems: [],
    });
    backend.answers('/clusters/sandbox/kms-connections', {
      items: [
        {
          cluster: 'sandbox',
          kmsId: 'a',
          kmsType: 'vaulttokens',
          kms: 'vault',
          reasons: [],
        },
        {
          cluster: 'sandbox',
          kmsId: 'b',
          kmsType: 'vaulttenantsa',
          reasons: [],
        },
      ],
      problems: [],
    });
    const { onCreate } = renderForm({ cluster, namespace, kmsId });
    await choose(/Cluster/, /sandbox/);
    await choose(
      /Namespace/,
      /payments.*serves nobody yet, OpenShift project “Payments”, requested by jane.*is not known/,
    );
    await userEvent.click(await enabled(/KMS connection/));
    expect(await screen.findAllByRole('option')).toHaveLength(1);
    await userEvent.click(
      screen.getByRole('option', { name: /a vaulttokens/ }),
    );
    await finish();
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({
        cluster: 'sandbox',
        namespace: 'payments',
        kmsId: 'a',
      }),
    );
  });
});

describe('a field of many choices', () => {
  const backend = startBackend();

  it('lists some, and finds the others', async () => {
    backend.answers('/clusters/sandbox/namespaces', {
      items: Array.from({ length: 150 }, (_, number) => ({
        ...payments,
        namespace: `team-${number}`,
      })),
      problems: [],
    });
    renderForm({ namespace }, { cluster: 'sandbox' });
    const field = await enabled(/Namespace/);
    await userEvent.click(field);
    expect(await screen.findAllByRole('option')).toHaveLength(100);
    expect(screen.getByText(/Lists 100 of 150 at most/)).toBeVisible();
    await userEvent.type(field, 'team-149');
    expect(await screen.findByText('team-149')).toBeVisible();
  });
});

async function enabled(label: RegExp): Promise<HTMLElement> {
  await waitFor(() => expect(screen.getByLabelText(label)).toBeEnabled());
  return screen.getByLabelText(label);
}

async function choose(label: RegExp, option: RegExp) {
  await userEvent.click(await enabled(label));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function finish() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  const create = screen.queryByRole('button', { name: 'Create' });
  if (create) await userEvent.click(create);
}

function renderForm(
  properties: Parameters<typeof renderTemplateForm>[0]['properties'],
  values: Parameters<typeof renderTemplateForm>[0]['values'] = {},
) {
  const extensions = Object.values(fieldExtensions).map(
    ({ name, component, validation }) => ({ name, component, validation }),
  );
  return renderTemplateForm({ extensions, properties, values });
}
