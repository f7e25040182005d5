import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MovePlan } from 'backstage-plugin-volume-encryption-common';
import { fakeService } from '../__testUtils__/fakeService';
import { initiator, runStep, type StepRecord } from '../__testUtils__/runStep';
import { createVolumePlanMoveAction } from './volumePlanMove';

const plan: MovePlan = {
  ...{ cluster: 'prod', namespace: 'payments', claim: 'data' },
  ...{ newClaim: 'data-encrypted', storageClass: 'sealed', size: '10Gi' },
  ...{ accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' },
  blockers: [],
  notes: [{ code: 'note', severity: 'warning', message: 'Mind the gap.' }],
  snapshot: { answer: 'refused', message: 'Not by a snapshot.' },
  steps: [
    {
      ...{ id: 'stop', title: 'Stop it', who: 'developer', detail: 'All.' },
      commands: 'kubectl scale',
    },
    { id: 'see', title: 'See to it', who: 'storage-admin', detail: 'Do.' },
  ],
  files: [
    { name: '1-claim.yaml', content: 'kind: A\n' },
    { name: '2-copy-job.yaml', content: 'kind: B\n' },
  ],
};
const blocked: MovePlan = {
  ...plan,
  blockers: [{ code: 'taken', severity: 'error', message: 'It is taken.' }],
  ...{ notes: [], steps: [], files: [] },
};
const input = {
  entityRef: 'orders',
  cluster: 'prod',
  namespace: 'payments',
  claim: 'data',
  storageClass: 'sealed',
};

const backend = (answer: MovePlan) =>
  fakeService({ getMovePlan: async () => answer });

describe('volume-encryption:volume:plan-move', () => {
  let workspacePath: string;
  beforeEach(async () => {
    workspacePath = await mkdtemp(path.join(tmpdir(), 'workspace-'));
  });
  afterEach(() => rm(workspacePath, { recursive: true }));

  const run = (
    answer: MovePlan,
    step: { input?: object; isDryRun?: boolean } = {},
    record?: StepRecord,
  ) => {
    const service = backend(answer);
    const action = createVolumePlanMoveAction({ service });
    return runStep(
      action,
      { ...step, workspacePath, input: { ...input, ...step.input } },
      record,
    ).then(told => ({ ...told, service }));
  };

  it('asks for the user, and writes plan and manifests into the workspace', async () => {
    const { service, outputs, lines } = await run(plan, {
      input: { size: '20Gi', runAsUser: 70 },
    });
    expect(service.getMovePlan).toHaveBeenCalledWith(
      {
        ...{ kind: 'component', namespace: 'default', name: 'orders' },
        ...{ cluster: 'prod', claimNamespace: 'payments', claim: 'data' },
        ...{ storageClass: 'sealed', size: '20Gi', runAsUser: 70 },
      },
      expect.objectContaining({ credentials: initiator }),
    );
    expect(outputs).toMatchObject({
      planned: false,
      movable: true,
      manifests: '---\nkind: A\n---\nkind: B\n',
      noteCodes: ['note'],
      newClaim: 'data-encrypted',
      size: '10Gi',
      accessMode: 'ReadWriteOnce',
      volumeMode: 'Filesystem',
    });
    expect(outputs.report).toContain(
      '### 1. Stop it (you)\n\nAll.\n\n```sh\nkubectl scale\n```\n\n### 2. See to it',
    );
    expect(lines).toContain('warn: Mind the gap.');
    const folder = path.join(workspacePath, 'move-to-encrypted');
    expect((await readdir(folder)).sort()).toEqual([
      '1-claim.yaml',
      '2-copy-job.yaml',
      'PLAN.md',
    ]);
    const written = await readFile(path.join(folder, 'PLAN.md'), 'utf8');
    expect(written).toBe(`${outputs.report}\n`);
  });

  it.each([
    ['in a dry run', { isDryRun: true }],
    ['where only a plan is asked for', { input: { planOnly: true } }],
  ])('writes nothing %s', async (_, step) => {
    const { outputs } = await run(plan, step);
    expect(outputs).toMatchObject({ planned: true, movable: true });
    expect(await readdir(workspacePath)).toEqual([]);
  });

  it('tells what is in the way, and fails where files are wanted', async () => {
    const { outputs } = await run(blocked, { input: { planOnly: true } });
    expect(outputs).toMatchObject({ movable: false, manifests: '' });
    expect(outputs.report).toMatch(/## In the way[^]*- It is taken\./);
    const record: StepRecord = { lines: [], outputs: {} };
    await expect(run(blocked, {}, record)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Claim "data" cannot be moved yet. It is taken.',
    });
    expect(record.outputs).toMatchObject({ movable: false });
    expect(await readdir(workspacePath)).toEqual([]);
  });

  it('names no access mode where there are several', async () => {
    const accessModes = ['ReadWriteOnce', 'ReadOnlyMany'];
    const { outputs } = await run({ ...plan, accessModes });
    expect(outputs).not.toHaveProperty('accessMode');
  });

  it('writes nowhere but into the workspace', async () => {
    await expect(
      run(plan, { input: { targetPath: '../outside' } }),
    ).rejects.toThrow(/outside/);
  });
});
