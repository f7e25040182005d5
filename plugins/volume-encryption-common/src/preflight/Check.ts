import type { PreflightCheck } from '../contract/api';
import type { Observed } from '../observation/observed';
import type { Outlook } from './preflightFacts';

/** Looks at one thing; none where there is nothing of it to look at. */
export type Check = (outlook: Outlook) => PreflightCheck[];

type About = PreflightCheck['about'];

/** Who can mend it and how. */
export type Advice = Pick<
  PreflightCheck,
  'owner' | 'nextStep' | 'diagnosis' | 'link'
>;

/** As it should be. */
export function ok(about: About, message: string): PreflightCheck {
  return { about, outcome: 'ok', message };
}

/** The volume could be made, and not as one would wish. */
export function warning(
  about: About,
  message: string,
  advice: Advice,
): PreflightCheck {
  return { about, outcome: 'warning', message, ...advice };
}

/** The volume could not be made, or not be used. */
export function blocked(
  about: About,
  message: string,
  advice: Advice,
): PreflightCheck {
  return { about, outcome: 'blocked', message, ...advice };
}

/** Nobody knows, and it would take somebody to find out. */
export function unknown(
  about: About,
  message: string,
  advice: Advice = { owner: 'platform-team' },
): PreflightCheck {
  return { about, outcome: 'unknown', message, ...advice };
}

/** It could not be read. `what` begins the sentence. */
export function unread(
  about: About,
  what: string,
  fact: Extract<Observed<never>, { status: 'unknown' }>,
): PreflightCheck {
  const nextStep =
    fact.why === 'denied'
      ? 'Give the portal the right to read it (deploy/README.md). The claim can be tried all the same.'
      : 'Look again in a moment. The claim can be tried all the same.';
  return unknown(about, `${what} is not known. ${fact.detail}`, {
    owner: 'platform-team',
    nextStep,
  });
}
