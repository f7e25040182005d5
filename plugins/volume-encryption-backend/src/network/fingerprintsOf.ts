import { X509Certificate } from 'node:crypto';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[\s\S]*?(?:-----END CERTIFICATE-----|$)/g;

/**
 * SHA-256 fingerprints of the certificates in a PEM text. Throws where there is
 * none, or one that cannot be read; the error quotes nothing.
 */
export function fingerprintsOf(pem: string): string[] {
  const found = pem.match(CERTIFICATE) ?? [];
  if (found.length === 0) throw new Error('no certificate');
  return found.map(fingerprintOf);
}

function fingerprintOf(certificate: string): string {
  try {
    return `SHA-256 ${new X509Certificate(certificate).fingerprint256}`;
  } catch {
    throw new Error('not a certificate');
  }
}
