import type { Reason } from 'backstage-plugin-volume-encryption-common';
import type { StepRun } from './StepRun';

/** An operation that was planned or carried out. */
interface Told {
  planned: boolean;
  steps: string[];
  notes: readonly Reason[];
  /** YAML of what was planned, without any secret value. */
  manifests: string;
}

/** Puts out what every action on an operation puts out. */
export function putOut(told: Told, run: Pick<StepRun, 'output'>): void {
  const { planned, steps, manifests } = told;
  const notes = told.notes.map(({ message }) => message);
  run.output('planned', planned);
  run.output('steps', steps);
  run.output('notes', notes);
  run.output(
    'noteCodes',
    told.notes.map(({ code }) => code),
  );
  run.output('report', reportOf(told, notes));
  run.output('manifests', manifests);
}

function reportOf({ planned, steps }: Told, notes: string[]): string {
  const done = steps.length > 0 ? list(steps) : 'There was nothing to do.';
  return [
    ...(planned ? ['**Planned. Nothing was changed.**'] : []),
    done,
    ...(notes.length > 0 ? ['**To know:**', list(notes)] : []),
  ].join('\n\n');
}

function list(lines: string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}
