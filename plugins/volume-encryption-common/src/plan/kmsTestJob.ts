import { VolumeEncryptionError } from '../contract/errors';
import { parseGoBoolean } from '../driver/goBoolean';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import type { Manifest } from '../kubernetes/objects';
import { testJob } from './testJobManifest';

/** The name of its Job, one in a namespace at a time. @public */
export const KMS_TEST_NAME = 'volume-encryption-kms-test';

/**
 * Asks without a credential, and leaves how curl ended and what HTTP said as the
 * pod's last words. No namespace of Vault: OpenBao refuses this path in one.
 */
const SCRIPT =
  'printf "%s" "$CA" | curl --silent --output /dev/null --noproxy "*" --proto "=http,https" --connect-timeout 10 --max-time 20 ${CA:+--cacert /dev/stdin} ${CONNECT_TO:+--connect-to "$CONNECT_TO"} ${INSECURE:+--insecure} --write-out "%{exitcode} %{http_code}" "$ADDRESS" > /dev/termination-log';

/** The Job that asks the Vault of a connection how it is. */
export function kmsTestJob(
  connection: KmsConnection,
  test: {
    namespace: string;
    runId: string;
    image: string;
    /** PEM; a certificate is no secret. */
    authorities?: string;
  },
): Manifest {
  const { authorities } = test;
  const { address, connectTo } = healthAddress(connection);
  const skips = isUnchecked(connection);
  const env = [
    { name: 'ADDRESS', value: address },
    ...(connectTo ? [{ name: 'CONNECT_TO', value: connectTo }] : []),
    ...(skips ? [{ name: 'INSECURE', value: 'yes' }] : []),
    ...(authorities && !skips ? [{ name: 'CA', value: authorities }] : []),
  ];
  const { image } = test;
  return testJob(
    { ...test, name: KMS_TEST_NAME },
    { name: 'ask', image, script: SCRIPT, env },
  );
}

/** Whether Ceph CSI takes any certificate of this connection's Vault. */
export function isUnchecked({ options }: KmsConnection): boolean {
  return parseGoBoolean(options.vaultCAVerify ?? 'true') === false;
}

/** Where to ask, by the name that the certificate is to have. */
function healthAddress({ kmsId, options }: KmsConnection): {
  address: string;
  connectTo?: string;
} {
  const { vaultAddress = '', vaultTLSServerName } = options;
  const url = parseAddress(kmsId, vaultAddress);
  const path = `${url.pathname.replace(/\/+$/, '')}/v1/sys/health`;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const host = vaultTLSServerName || url.hostname;
  return {
    address: `${url.protocol}//${host}:${port}${path}`,
    connectTo: vaultTLSServerName && `::${url.hostname}:${port}`,
  };
}

function parseAddress(kmsId: string, address: string): URL {
  const isWhole = /^https?:\/\/[^/?#@\s]+(\/[A-Za-z0-9._~-]+)*\/*$/.test(
    address,
  );
  if (isWhole && URL.canParse(address)) return new URL(address);
  throw new VolumeEncryptionError(
    'invalid-input',
    `The KMS connection "${kmsId}" has no address that a test can ask. Set vaultAddress to one such as https://vault.example:8200.`,
    { field: 'kmsId' },
  );
}
