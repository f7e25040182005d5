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
  /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"@]+@/gi,
  /("?\b(?:passphrase|encryptionPassphrase|userKey|adminKey|client_token|secret_id)"?\s*[:=]\s*"?)[^\s"',}]+/g,
  /("?\b(?:[A-Z]+_)*(?:client_?secret|secret_id|user_?key|private_?key)"?\s*[:=]\s*"?)[^\s"',}]+/gi,
  /()\bAQ[A-Za-z0-9+/]{36}==/g,
  /()-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g,
  // The same in base64.
  /()\bLS0tLS1CRUdJTi[A-Za-z0-9+/]*={0,2}/g,
];

/**
 * The text with everything that looks like a credential hidden: Vault and
 * OpenBao tokens, JWTs, bearer headers, URL passwords, Ceph keys, passphrases,
 * client secrets, PEM also in base64.
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
