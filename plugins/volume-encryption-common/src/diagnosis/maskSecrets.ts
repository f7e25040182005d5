const MASK = '[hidden]';

/**
 * Shapes of credentials, with what stands before the secret part in group 1.
 * Token prefixes: HashiCorp Vault >= 1.10 `hvs. hvb. hvr.`, before it and in
 * OpenBao `s. b. r.`.
 */
const SECRETS: readonly RegExp[] = [
  /()\bhv[sbr]\.[\w-]+(?:\.[\w-]+)*/g,
  /()(?<![\w.-])[sbr]\.[A-Za-z0-9_-]{24,}(?:\.[\w-]+)?/g,
  /()\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /(\b(?:bearer|x-vault-token:?)\s+)[^\s"',]+/gi,
  /(\bhttps?:\/\/)[^/\s"@]+@/gi,
  /("?\b(?:passphrase|encryptionPassphrase|userKey|adminKey|client_token|secret_id)"?\s*[:=]\s*"?)[^\s"',}]+/g,
  /()\bAQ[A-Za-z0-9+/]{36}==/g,
];

/**
 * The text with everything that looks like a credential hidden: Vault and
 * OpenBao tokens, JWTs, bearer headers, URL passwords, Ceph keys, passphrases.
 * For texts of other systems that are shown to people.
 *
 * @public
 */
export function maskSecrets(text: string): string {
  return SECRETS.reduce(
    (masked, pattern) => masked.replace(pattern, `$1${MASK}`),
    text,
  );
}
