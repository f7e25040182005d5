import { projectText } from './projectText';

it.each([
  [undefined, undefined],
  [
    {
      displayName: 'Payments',
      description: 'All that pays',
      requester: 'jane',
    },
    'OpenShift project “Payments”, requested by jane',
  ],
  [{ description: 'All that pays' }, 'OpenShift project “All that pays”'],
  [{ requester: 'jane' }, 'OpenShift project, requested by jane'],
])('says of %j: %s', (project, text) => {
  expect(projectText(project)).toBe(text);
});
