import { mockServices } from '@backstage/backend-test-utils';
import { readProviderConfig } from './readProviderConfig';

function settingsOf(volumeEncryption?: object) {
  return readProviderConfig(
    mockServices.rootConfig({
      data: {
        app: { baseUrl: 'https://portal.example/' },
        catalog: { providers: { volumeEncryption } },
      },
    }),
  );
}

it('has nothing without its section', () => {
  expect(settingsOf()).toBeUndefined();
});

it('takes an owner, and a schedule where one is given', () => {
  expect(settingsOf({ owner: 'platform' })).toEqual({
    owner: 'group:default/platform',
    pageUrl: 'https://portal.example/volume-encryption',
    schedule: expect.objectContaining({ frequency: { minutes: 5 } }),
  });
  const schedule = { frequency: { hours: 1 }, timeout: { minutes: 1 } };
  expect(settingsOf({ owner: 'user:ops/ada', schedule })).toMatchObject({
    owner: 'user:ops/ada',
    schedule,
  });
});

it.each([
  [{}, 'is missing'],
  [{ owner: 'group:' }, 'is no entity ref'],
])('refuses %j by the name of the key', (section, why) => {
  expect(() => settingsOf(section)).toThrow(
    `catalog.providers.volumeEncryption.owner ${why}`,
  );
});
