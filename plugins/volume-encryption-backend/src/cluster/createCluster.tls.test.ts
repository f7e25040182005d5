import { makeCertificate } from '../network/__testUtils__/certificate';
import { describeTls } from '../network/__testUtils__/describeTls';
import { sendJson } from '../network/__testUtils__/startServer';
import {
  clusterAt,
  FaultyServers,
  listOf,
} from './__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('an API server', () => {
  const faulty = new FaultyServers();
  afterEach(() => faulty.stop());

  describeTls({
    answer: listOf([]),
    code: 'cluster-unreachable',
    client: ({ url, ...connection }) => {
      const { reader } = clusterAt({ url }, { connection });
      return () => reader.list('ConfigMap', {});
    },
  });

  it('is taken as it is where the configuration says so', async () => {
    const server = await faulty.start(
      (_, response) => sendJson(response, 200, listOf([])),
      makeCertificate('kubernetes.example'),
    );
    const connection = { skipTlsVerify: true };
    const { reader } = clusterAt(server, { connection });
    expect(await reader.list('ConfigMap', {})).toEqual([]);
  });
});
