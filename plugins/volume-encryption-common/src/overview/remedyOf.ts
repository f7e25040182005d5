import {
  connectionRemedies,
  otherConnectionRemedy,
} from './connectionRemedies';
import { custodyRemedies } from './custodyRemedies';
import { remedy, type Remedies, type Remedy } from './remedy';
import { volumeRemedies } from './volumeRemedies';

const remedies: Remedies = {
  ...volumeRemedies,
  ...custodyRemedies,
  ...connectionRemedies,
};

/** Of a code that nobody thought of here. */
const OPEN_IT = remedy(
  'tenant',
  'platform-team',
  'Open one of the volumes: its page shows each answer with its reasons.',
);

/** What a finding of this code means, who can mend it, and how. */
export function remedyOf(code: string): Remedy {
  if (Object.hasOwn(remedies, code)) return remedies[code];
  return code.startsWith('connection-') ? otherConnectionRemedy : OPEN_IT;
}

/** Whether a remedy was written for the code. */
export function hasRemedy(code: string): boolean {
  return Object.hasOwn(remedies, code) || code.startsWith('connection-');
}
