import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { asn1, md, pki } from 'node-forge';

/** What a certificate of a server says, and how it came to be. */
export interface Issue {
  /** DNS names and IP addresses that the server is reached by. */
  hosts: string[];
  /** An hour ago, if left out. */
  notBefore?: Date;
  /** In a day, if left out. */
  notAfter?: Date;
  /** Signed by an authority that this one vouches for; `cert` brings both. */
  intermediate?: boolean;
}

/** Both in PEM, as `https.createServer` and Vault's listener take them. */
export interface IssuedCertificate {
  key: string;
  cert: string;
}

/** A certificate authority that nobody trusts who was not told to. */
export interface Authority {
  /** PEM, for those who are to trust it. */
  certificate: string;
  issue(issue: Issue): IssuedCertificate;
}

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

/** @param name - its common name */
export function createAuthority(name: string): Authority {
  const root = signCertificate(authorityOf(name));
  return {
    certificate: root.cert,
    issue({ intermediate, ...issue }) {
      if (!intermediate) return signCertificate(serverOf(issue), root);
      const between = signCertificate(authorityOf(`${name} (issuing)`), root);
      const { key, cert } = signCertificate(serverOf(issue), between);
      return { key, cert: cert + between.cert };
    },
  };
}

/** What is written into a certificate. */
interface Content {
  commonName: string;
  notBefore: Date;
  notAfter: Date;
  extensions: object[];
}

/** Good for ten years either way: what it signs may be long expired. */
function authorityOf(commonName: string): Content {
  return {
    commonName,
    notBefore: new Date(Date.now() - 10 * YEAR_MS),
    notAfter: new Date(Date.now() + 10 * YEAR_MS),
    extensions: [
      { name: 'basicConstraints', critical: true, cA: true },
      { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    ],
  };
}

function serverOf({ hosts, notBefore, notAfter }: Issue): Content {
  // The numbers are those of GeneralName in RFC 5280, section 4.2.1.6.
  const altNames = hosts.map(host =>
    isIP(host) ? { type: 7, ip: host } : { type: 2, value: host },
  );
  return {
    commonName: hosts[0],
    notBefore: notBefore ?? new Date(Date.now() - HOUR_MS),
    notAfter: notAfter ?? new Date(Date.now() + 24 * HOUR_MS),
    extensions: [
      { name: 'keyUsage', critical: true, digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  };
}

/** Signed with its own new key where no issuer is given. */
function signCertificate(content: Content, issuer?: IssuedCertificate) {
  const { privateKey: key, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(publicKey);
  // RFC 5280 wants it positive: the first byte is below 0x80.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = content.notBefore;
  certificate.validity.notAfter = content.notAfter;
  certificate.setSubject([{ name: 'commonName', value: content.commonName }]);
  const signer = issuer ? pki.certificateFromPem(issuer.cert) : certificate;
  certificate.setIssuer(signer.subject.attributes);
  certificate.setExtensions([
    ...content.extensions,
    { name: 'subjectKeyIdentifier' },
    {
      name: 'authorityKeyIdentifier',
      keyIdentifier: signer.generateSubjectKeyIdentifier().getBytes(),
    },
  ]);
  certificate.sign(
    signerOf(certificate, issuer?.key ?? key),
    md.sha256.create(),
  );
  return { key, cert: pki.certificateToPem(certificate) };
}

/** OpenSSL signs in place of node-forge, which takes seconds in Jest. */
function signerOf(certificate: pki.Certificate, key: string) {
  return Object.assign(pki.privateKeyFromPem(key), {
    sign() {
      const content = asn1.toDer(certificate.tbsCertificate).getBytes();
      const signature = sign('sha256', Buffer.from(content, 'binary'), key);
      return signature.toString('binary');
    },
  });
}
