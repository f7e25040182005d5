import { ConfigReader } from '@backstage/config';
import { permissionsOff } from './permissionsOff';

it.each([{}, { permission: {} }, { permission: { enabled: false } }])(
  'warns of %j',
  data => {
    expect(permissionsOff(new ConfigReader(data))).toEqual([
      expect.stringMatching(/^permission.enabled is not true/),
    ]);
  },
);

it('has nothing against permissions that are asked', () => {
  const data = { permission: { enabled: true } };
  expect(permissionsOff(new ConfigReader(data))).toEqual([]);
});
