// One suite for both adapters.
/* eslint-disable jest/no-export */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthority } from 'testbed';
import { allThatShows, rejectionOf } from './allThatShows';
import { makeCertificate } from './certificate';
import {
  sendJson,
  startServer,
  type Certificate,
  type TestServer,
} from './startServer';
import { temporaryFolder } from './temporaryFolder';

/** How a server is reached, as the configuration of both adapters has it. */
export interface Reached {
  url: string;
  caFile?: string;
  tlsServerName?: string;
}

/** An adapter, of which TLS is the network's. */
export interface TlsUnderTest {
  /** What its server answers to everything. */
  answer: object;
  /** The code of its errors where nothing is answered. */
  code: string;
  /** Makes a client, and returns a call of its. */
  client(reached: Reached): () => Promise<unknown>;
}

/** What an adapter must do with certificates, and say of those it does not take. */
export function describeTls({ answer, code, client }: TlsUnderTest): void {
  describe('TLS', () => {
    const authority = createAuthority('of the test');
    const { certificate } = authority;
    const folder = temporaryFolder();
    const caFile = join(folder, 'ca.pem');
    const hosts = ['127.0.0.1'];
    const hour = 3_600_000;
    const inHours = (hours: number) => new Date(Date.now() + hours * hour);
    const trust = (text: string) => writeFileSync(caFile, text);
    let server: TestServer | undefined;
    beforeEach(() => trust(certificate));
    afterEach(() => server?.stop());

    async function start(tls?: Certificate): Promise<TestServer> {
      server = await startServer(
        (_, response) => sendJson(response, 200, answer),
        tls,
      );
      return server;
    }
    /** What the one says who must not go on. */
    async function refusalOf(call: () => Promise<unknown>): Promise<unknown> {
      const error = await rejectionOf(call());
      expect(error).toMatchObject({ code });
      expect(allThatShows(error)).not.toContain('canary');
      return error instanceof Error ? error.message : error;
    }

    it.each([
      ['its authority', {}],
      ['an authority between', { intermediate: true }],
    ])('takes a certificate of %s', async (_, issue) => {
      const { url } = await start(authority.issue({ hosts, ...issue }));
      await expect(client({ url, caFile })()).resolves.toBeDefined();
    });

    it.each<[string, () => Certificate, RegExp]>([
      [
        'expired',
        () => authority.issue({ hosts, notAfter: inHours(-0.5) }),
        /has expired; renew it/,
      ],
      [
        'not valid yet',
        () => authority.issue({ hosts, notBefore: inHours(1) }),
        /not valid yet; compare the clocks/,
      ],
      [
        'for another name',
        () => authority.issue({ hosts: ['rogue.example'] }),
        /for another name; set the name to expect/,
      ],
      [
        'of another authority',
        () => createAuthority('of others').issue({ hosts }),
        /not trusted, for nobody in the CA file has signed it/,
      ],
      [
        'of another authority of that name',
        () => createAuthority('of the test').issue({ hosts }),
        /not trusted, for nobody in the CA file has signed it/,
      ],
      [
        'signed by itself',
        () => makeCertificate('any.example'),
        /not trusted, for it is self-signed/,
      ],
      [
        'without the one between',
        () => {
          const { key, cert } = authority.issue({ hosts, intermediate: true });
          return { key, cert: cert.slice(0, cert.lastIndexOf('-----BEGIN')) };
        },
        /let it send the certificates between/,
      ],
    ])('refuses one that is %s', async (_, make, words) => {
      const { url, requests } = await start(make());
      expect(await refusalOf(client({ url, caFile }))).toMatch(words);
      expect(requests).toEqual([]);
    });

    it('refuses a good one where no CA file is set', async () => {
      const { url } = await start(authority.issue({ hosts }));
      expect(await refusalOf(client({ url }))).toMatch(/set the CA file/);
    });

    it('expects the name that is set, and no other', async () => {
      const issued = authority.issue({ hosts: ['server.example'] });
      const { url } = await start(issued);
      const expecting = (tlsServerName: string) =>
        client({ url, caFile, tlsServerName });
      await expect(expecting('server.example')()).resolves.toBeDefined();
      expect(await refusalOf(expecting('other.example'))).toMatch(
        /for another name/,
      );
    });

    it('says where there is no TLS', async () => {
      const { url } = await start();
      const secure = url.replace('http:', 'https:');
      expect(await refusalOf(client({ url: secure, caFile }))).toMatch(
        /does not speak TLS; use http:/,
      );
    });

    it('says where there is, or may be, TLS', async () => {
      const { url } = await start(authority.issue({ hosts }));
      const plain = url.replace('https:', 'http:');
      expect(await refusalOf(client({ url: plain }))).toMatch(
        /if it speaks TLS, use https:/,
      );
    });

    it.each([
      ['is no PEM', 'canary', /certificates in PEM/],
      ['is empty', '', /certificates in PEM/],
      ['is broken', certificate.slice(0, 500), /certificates in PEM/],
    ])('asks nothing where the CA file %s', async (_, text, words) => {
      const { url, connections } = await start(authority.issue({ hosts }));
      trust(text);
      expect(await refusalOf(client({ url, caFile }))).toMatch(words);
      expect(await refusalOf(client({ url, caFile }))).toMatch(/CA file/);
      expect(connections.opened).toBe(0);
    });

    it.each(['/not/there', folder])(
      'asks nothing where the CA file is %s',
      async path => {
        const { url, connections } = await start(authority.issue({ hosts }));
        expect(await refusalOf(client({ url, caFile: path }))).toMatch(
          /CA file/,
        );
        expect(connections.opened).toBe(0);
      },
    );

    it('bears that the authority is replaced', async () => {
      const other = createAuthority('its successor');
      const { url, renew } = await start(authority.issue({ hosts }));
      const call = client({ url, caFile });
      await call();
      renew(other.issue({ hosts }));
      expect(await refusalOf(call)).toMatch(/not trusted/);
      trust(`${certificate}\n${other.certificate}`);
      await expect(call()).resolves.toBeDefined();
      trust('half wri');
      expect(await refusalOf(call)).toMatch(/CA file/);
      trust(other.certificate);
      await expect(call()).resolves.toBeDefined();
    });
  });
}
