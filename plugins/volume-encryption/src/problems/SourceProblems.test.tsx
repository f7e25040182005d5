import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { SourceProblem } from 'backstage-plugin-volume-encryption-common';
import { SourceProblems } from './SourceProblems';

const unread: SourceProblem = {
  source: 'cluster',
  name: 'prod',
  code: 'cluster-unreachable',
  message: 'It does not answer.',
};
const malformed: SourceProblem = {
  ...unread,
  code: 'connections-malformed',
  message: 'The entry "bad" is not a JSON object.',
};

it('says what is missing where something could not be read', async () => {
  await renderInTestApp(<SourceProblems problems={[unread]} rows="volumes" />);
  expect(screen.getByText(/prod could not be read/)).toBeInTheDocument();
  expect(screen.getByText(/volumes are missing here/)).toBeInTheDocument();
});

it('says that nothing is missing where an entry blocks everybody', async () => {
  await renderInTestApp(
    <SourceProblems problems={[malformed]} rows="volumes" />,
  );
  expect(screen.getByText(/"bad" is not a JSON object/)).toBeInTheDocument();
  expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
  expect(screen.queryByText(/missing here/)).not.toBeInTheDocument();
});

it('counts both together', async () => {
  await renderInTestApp(
    <SourceProblems problems={[unread, malformed]} rows="volumes" />,
  );
  expect(screen.getByText(/2 problems/)).toBeInTheDocument();
});
