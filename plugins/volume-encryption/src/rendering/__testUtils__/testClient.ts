import { mockApis } from '@backstage/frontend-test-utils';
import { VolumeEncryptionClient } from '../../api';

/** The real client, as an app makes it. */
export function testClient() {
  return new VolumeEncryptionClient({
    discoveryApi: mockApis.discovery(),
    fetchApi: mockApis.fetch(),
  });
}
