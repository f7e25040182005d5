import { generate } from 'selfsigned';

/** A key and a certificate that vouches for itself, as PEM. */
export interface TestCertificate {
  key: string;
  cert: string;
}

/** A certificate for a host name and, where asked for, 127.0.0.1. */
export function makeCertificate(
  hostName: string,
  { loopback = true } = {},
): TestCertificate {
  const altNames = [
    { type: 2, value: hostName },
    ...(loopback ? [{ type: 7, ip: '127.0.0.1' }] : []),
  ];
  const { private: key, cert } = generate(
    [{ name: 'commonName', value: hostName }],
    {
      keySize: 2048,
      algorithm: 'sha256',
      extensions: [{ name: 'subjectAltName', altNames }],
    },
  );
  return { key, cert };
}
