import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { MeasureOperation, StepApplier } from '../operations';

/** In seconds: a step that only looks, up to an operation that shreds many keys. */
const BOUNDARIES = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/**
 * Measures operations: a histogram of how long each took by how it ended (`done`,
 * the code of our error, or `failed`), and a span for it and each of its steps.
 * Attributes are kinds and names of clusters, never names of tenants or keys.
 */
export class OperationTelemetry {
  readonly #tracing: TracingService;
  readonly #clusters: readonly string[];
  readonly #duration: ReturnType<MetricsService['createHistogram']>;

  constructor(services: {
    metrics: MetricsService;
    tracing: TracingService;
    /** Names of those that are configured. */
    clusterNames: readonly string[];
  }) {
    this.#tracing = services.tracing;
    this.#clusters = services.clusterNames;
    this.#duration = services.metrics.createHistogram(
      'volume_encryption.operation.duration',
      {
        description: 'How long operations took, by how they ended',
        unit: 's',
        advice: { explicitBucketBoundaries: BOUNDARIES },
      },
    );
  }

  readonly measure: MeasureOperation = async ({ operation, cluster }, act) => {
    const about = { operation, cluster: this.#known(cluster) };
    const begun = performance.now();
    let outcome = 'failed';
    try {
      const name = `volume-encryption ${about.operation}`;
      const result = await this.#tracing.startActiveSpan(
        name,
        { attributes: { ...about } },
        act,
      );
      outcome = 'done';
      return result;
    } catch (error) {
      if (isVolumeEncryptionError(error)) outcome = error.code;
      throw error;
    } finally {
      const seconds = (performance.now() - begun) / 1000;
      this.#duration.record(seconds, { ...about, outcome });
    }
  };

  /** The applier, with a span for each step. */
  spanned(apply: StepApplier): StepApplier {
    return (step, run) =>
      this.#tracing.startActiveSpan(
        `volume-encryption step ${step.kind}`,
        { attributes: { step: step.kind } },
        () => apply(step, run),
      );
  }

  /** Names that callers make up would make series without end. */
  #known(cluster: string): string {
    return this.#clusters.includes(cluster) ? cluster : 'not configured';
  }
}
