import type {
  OperationResult,
  PlanView,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';

/** A service that answers only what a test gives it. */
export function fakeService(
  answers: Partial<VolumeEncryptionService>,
): jest.Mocked<VolumeEncryptionService> {
  return {
    getEntityVolumes: answering(answers.getEntityVolumes),
    getEntityVolume: answering(answers.getEntityVolume),
    getEntityTenants: answering(answers.getEntityTenants),
    listStorageClasses: answering(answers.listStorageClasses),
    listKms: answering(answers.listKms),
    listClusters: answering(answers.listClusters),
    listNamespaces: answering(answers.listNamespaces),
    listKmsConnections: answering(answers.listKmsConnections),
    getKmsSource: answering(answers.getKmsSource),
    getKeyRotation: answering(answers.getKeyRotation),
    getMovePlan: answering(answers.getMovePlan),
    getCapabilities: answering(answers.getCapabilities),
    listTenants: answering(answers.listTenants),
    inspectTenant: answering(answers.inspectTenant),
    listReceipts: answering(answers.listReceipts),
    getCustodySetup: answering(answers.getCustodySetup),
    getCustodyDrift: answering(answers.getCustodyDrift),
    getPortalIdentity: answering(answers.getPortalIdentity),
    getIsolation: answering(answers.getIsolation),
    listCatalogFacts: answering(answers.listCatalogFacts),
    getBlastRadius: answering(answers.getBlastRadius),
    createPlan: answering(answers.createPlan),
    createPreflight: answering(answers.createPreflight),
    runOperation: answering(answers.runOperation),
  };
}

function answering<A extends unknown[], T>(
  answer: (...given: A) => Promise<T> = async () => {
    throw new Error('The test does not expect this call.');
  },
) {
  return jest.fn<Promise<T>, A>(answer);
}

/** A plan of one step, with its manifest. */
export const examplePlan: PlanView = {
  operation: 'example',
  steps: [{ id: 'apply', title: 'Apply Example "one"', change: 'create' }],
  manifests: 'kind: Example\n',
  notes: [{ code: 'note', severity: 'warning', message: 'Mind the gap.' }],
};

/** The result of the plan, with what it left behind. */
export function exampleResult(
  references: OperationResult['references'] = [],
): OperationResult {
  return {
    operation: 'example',
    steps: [
      { id: 'apply', title: 'Apply Example "one"', outcome: 'unchanged' },
    ],
    references,
    notes: [{ code: 'note', severity: 'info', message: 'All is well.' }],
  };
}

/** What every action puts out of the plan. */
export const plannedOutput = {
  planned: true,
  steps: ['Apply Example "one": would be created'],
  notes: ['Mind the gap.'],
  noteCodes: ['note'],
  report:
    '**Planned. Nothing was changed.**\n\n- Apply Example "one": would be created\n\n**To know:**\n\n- Mind the gap.',
  manifests: 'kind: Example\n',
};

/** What every action puts out of the plan and its result. */
export const doneOutput = {
  planned: false,
  steps: ['Apply Example "one": unchanged'],
  notes: ['All is well.'],
  noteCodes: ['note'],
  report: '- Apply Example "one": unchanged\n\n**To know:**\n\n- All is well.',
  manifests: 'kind: Example\n',
};

/** A bound volume with a key of the customer, not mounted yet. */
export function exampleVolume(
  differences: Partial<VolumeView> = {},
): VolumeView {
  return {
    cluster: 'prod',
    namespace: 'payments',
    claim: 'orders-data',
    phase: 'Bound',
    createdAt: '2026-01-01T00:00:00Z',
    requested: '10Gi',
    persistentVolume: 'pvc-1',
    mounts: [],
    protection: {
      verdict: 'volume/customer-key',
      state: 'prepared',
      grade: 'E5',
      reasons: [],
    },
    custody: {
      kind: 'held-by-kms',
      summary: 'Vault "vault" holds the key.',
      reasons: [],
    },
    inFlight: { answer: 'encrypted', reasons: [] },
    clusterWide: { answer: 'unknown', reasons: [] },
    remount: { verdict: 'ready', reasons: [] },
    chain: [],
    diagnoses: [],
    observedAt: '2026-01-01T00:00:00Z',
    ...differences,
  };
}
