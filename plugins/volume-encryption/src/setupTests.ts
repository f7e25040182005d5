import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

/** What React 18.3 says of material-table and Material UI 4, not of us. */
const ofDependencies = /defaultProps will be removed|findDOMNode is deprecated/;

/* eslint-disable no-console */
const report = console.error;
console.error = (...told: unknown[]) => {
  if (!ofDependencies.test(String(told[0]))) report(...told);
};
