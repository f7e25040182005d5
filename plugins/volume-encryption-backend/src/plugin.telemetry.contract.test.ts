import { metrics, trace } from '@opentelemetry/api';
import {
  PrometheusExporter,
  PrometheusSerializer,
} from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const exporter = new PrometheusExporter({ preventServerStart: true });
const spans = new InMemorySpanExporter();

let sandbox: Sandbox;
let portal: Portal;

beforeAll(async () => {
  // As a portal's instrumentation does it, before its backend starts.
  const readers = [exporter];
  metrics.setGlobalMeterProvider(new MeterProvider({ readers }));
  const spanProcessors = [new SimpleSpanProcessor(spans)];
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors }));
  sandbox = await startSandbox({ seed: true });
  const config = sandboxConfig(sandbox);
  const dead = { name: 'dead', url: 'http://127.0.0.1:9', token: 'x' };
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: { ...config, clusters: [...config.clusters, dead] },
    entities: [componentOf('ledger', 'payments')],
  });
});
afterAll(async () => {
  await portal?.stop();
  await sandbox?.stop();
  await exporter.shutdown();
});

/** What a Prometheus would read now: the values by series. */
async function scrape(): Promise<Map<string, number>> {
  const { resourceMetrics } = await exporter.collect();
  const text = new PrometheusSerializer().serialize(resourceMetrics);
  const lines = text.split('\n').filter(it => it.startsWith('volume_enc'));
  return new Map(lines.map(seriesOf));
}

/** Without what OpenTelemetry adds of the meter. */
function seriesOf(line: string): [string, number] {
  const end = line.lastIndexOf(' ');
  const series = line.slice(0, end).replace(/,?otel_scope_\w+="[^"]*"/g, '');
  return [series, Number(line.slice(end + 1))];
}

const secretOperation = {
  operation: 'tenant-secret',
  cluster: 'sandbox',
  namespace: 'payments',
  kmsId: 'vault-tokens',
};

it('says how clusters and KMSs are', async () => {
  const series = await scrape();
  const of = (name: string) => series.get(`volume_encryption_${name}`);
  const kind = 'kind="PersistentVolume"';
  expect(of(`cluster_watch_synced{cluster="sandbox",${kind}}`)).toBe(1);
  expect(of(`cluster_watch_synced{cluster="dead",${kind}}`)).toBe(0);
  expect(
    of(`cluster_facts_age{cluster="sandbox",${kind}}`),
  ).toBeGreaterThanOrEqual(0);
  expect(of(`cluster_facts_age{cluster="dead",${kind}}`)).toBeUndefined();
  expect(of('kms_state{kms="vault",state="active"}')).toBe(1);
  expect(of('kms_state{kms="vault",state="sealed"}')).toBe(0);
  expect(of('kms_latency{kms="vault"}')).toBeGreaterThanOrEqual(0);
});

it('counts volumes by protection, and says nothing of a cluster that is not read', async () => {
  const volumesOf = async (cluster: string, protection: string) =>
    (await scrape()).get(
      `volume_encryption_volumes{cluster="${cluster}",protection="${protection}"}`,
    );
  expect(
    await eventually(
      () => volumesOf('sandbox', 'none'),
      count => count !== undefined,
    ),
  ).toBeGreaterThan(0);
  expect(await volumesOf('sandbox', 'infrastructure-only')).toBe(0);
  expect(await volumesOf('dead', 'none')).toBeUndefined();
});

it('counts operations by how they ended, and tokens', async () => {
  const done = await portal.post('/operations', secretOperation);
  expect(done.status).toBe(200);
  await portal.post('/operations', { ...secretOperation, cluster: 'made-up' });
  const series = await scrape();
  const of = (name: string) => series.get(`volume_encryption_${name}`);
  const about = 'operation="tenant-secret",cluster=';
  expect(of(`operation_duration_count{${about}"sandbox",outcome="done"}`)).toBe(
    1,
  );
  const other = `${about}"not configured",outcome="unknown-cluster"`;
  expect(of(`operation_duration_count{${other}}`)).toBe(1);
  expect(of('tenant_tokens{kms="vault",state="live"}')).toBe(1);
  expect(of('tenant_tokens_days_left{kms="vault"}')).toBeGreaterThan(0);
});

it('has a span for the operation and for each step', async () => {
  const names = spans.getFinishedSpans().map(({ name }) => name);
  expect(names).toContain('volume-encryption tenant-secret');
  expect(names).toContain('volume-encryption step deliver-token');
});

it('tells no secret, and no tenant', async () => {
  const told = JSON.stringify([
    [...(await scrape()).keys()],
    spans
      .getFinishedSpans()
      .map(({ name, attributes, events }) => [name, attributes, events]),
  ]);
  expect(told).toContain('unknown-cluster');
  const { kubernetes, vault } = sandbox;
  for (const secret of [
    ...Object.values(kubernetes.tokens),
    ...[vault.rootToken, vault.portalToken, 'hvs.', 'payments'],
  ]) {
    expect(told).not.toContain(secret);
  }
});
