import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { AgentOptions } from 'node:https';

/** What makes one TLS connection differ from another. */
export type TlsIdentity = Pick<
  AgentOptions,
  | 'ca'
  | 'cert'
  | 'key'
  | 'passphrase'
  | 'pfx'
  | 'rejectUnauthorized'
  | 'servername'
>;

/** Certificates or keys that TLS cannot work with. Quotes nothing of them. */
export class UnusableTls extends Error {
  /** @param part - whether it is about those to trust, or about one's own */
  constructor(readonly part: 'authorities' | 'own certificate') {
    super(`unusable ${part}`);
  }
}

const BLOCK =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[\s\S]*?(?:-----END [^\n]*|$)/g;

/**
 * Throws `UnusableTls`. Node.js does not: of a CA file without a certificate it
 * trusts nobody, of an empty one everybody whom the system trusts, and of one
 * with a broken certificate only those before it (Node 22, crypto_context.cc).
 */
export function requireUsable({ ca, ...own }: TlsIdentity): void {
  if (ca !== undefined && !isCertificates(String(ca))) {
    throw new UnusableTls('authorities');
  }
  try {
    createSecureContext(own);
  } catch {
    throw new UnusableTls('own certificate');
  }
}

function isCertificates(text: string): boolean {
  const blocks = text.match(BLOCK) ?? [];
  return blocks.length > 0 && blocks.every(isCertificate);
}

function isCertificate(block: string): boolean {
  try {
    return Boolean(new X509Certificate(block));
  } catch {
    return false;
  }
}
