import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startBackend } from '../__testUtils__/backend';
import { renderTemplateForm } from '../rendering/__testUtils__/renderTemplateForm';
import { volumeDefaultClassPicker } from './fieldExtensions';

const storageClass = {
  type: 'string',
  title: 'StorageClass',
  'ui:field': 'VolumeDefaultClassPicker',
};

const judged = (severity: string, message: string) => ({
  code: 'default-class',
  severity,
  message,
});

const classOf = (name: string, changes: object) => ({
  cluster: 'prod',
  name,
  provisioner: 'rook-ceph.rbd.csi.ceph.com',
  encryption: 'block',
  isDefault: false,
  bindingMode: 'Immediate',
  reclaimPolicy: 'Delete',
  createdAt: '2026-11-20T08:00:00Z',
  reasons: [],
  asDefault: judged('ok', 'It encrypts.'),
  ...changes,
});

describe('VolumeDefaultClassPicker', () => {
  const backend = startBackend();

  it('offers encrypted classes of any driver, and says of others why not', async () => {
    backend.answers('/storage-classes', {
      items: [
        classOf('plain', {
          isDefault: true,
          asDefault: judged('error', 'It does not encrypt.'),
        }),
        classOf('ceph', {}),
        classOf('retired', {
          reasons: [{ code: 'x', severity: 'error', message: 'No such KMS.' }],
        }),
        classOf('ebs', {
          provisioner: 'ebs.csi.aws.com',
          encryption: 'unknown',
          reasons: [
            { code: 'x', severity: 'warning', message: 'No key to follow.' },
          ],
        }),
      ],
      problems: [],
    });
    const { onCreate } = renderForm();
    await waitFor(() =>
      expect(screen.getByLabelText(/StorageClass/)).toBeEnabled(),
    );
    await userEvent.click(screen.getByLabelText(/StorageClass/));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'cephIt encrypts. · Driver rook-ceph.rbd.csi.ceph.com.',
      'ebsIt encrypts. · Driver ebs.csi.aws.com.',
      'plainIt does not encrypt.',
      'retiredNo such KMS.',
    ]);
    expect(options.map(it => it.getAttribute('aria-disabled'))).toEqual([
      ...['false', 'false', 'true', 'true'],
    ]);
    await userEvent.click(options[1]);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({
        cluster: 'prod',
        storageClass: 'ebs',
      }),
    );
  });

  it('says that there is none', async () => {
    backend.answers('/storage-classes', { items: [], problems: [] });
    renderForm();
    expect(
      await screen.findByText(/Cluster prod has no StorageClass/),
    ).toBeVisible();
  });

  it('says whom to ask when it is refused', async () => {
    backend.fails('/storage-classes', 'not-allowed', 'You may not.');
    renderForm();
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not.');
  });
});

function renderForm() {
  const { name, component, validation } = volumeDefaultClassPicker;
  return renderTemplateForm({
    extensions: [{ name, component, validation }],
    properties: { storageClass },
    values: { cluster: 'prod' },
  });
}
