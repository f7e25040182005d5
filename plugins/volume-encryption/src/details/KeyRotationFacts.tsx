import Typography from '@material-ui/core/Typography';
import type { KeyRotation } from 'backstage-plugin-volume-encryption-common';
import { FactList } from '../facts';
import { StatusBadge, type Status } from '../status';
import { Age } from '../time';

type Job = KeyRotation['jobs'][number];

const availabilities: Record<KeyRotation['availability'], Status> = {
  available: { tone: 'good', icon: 'check', label: 'Available' },
  'not-installed': { tone: 'neutral', icon: 'info', label: 'Not installed' },
  'not-supported': { tone: 'neutral', icon: 'info', label: 'Not supported' },
  unknown: { tone: 'unknown', icon: 'question', label: 'Unknown' },
};

const origins: Record<NonNullable<KeyRotation['scheduleFrom']>, string> = {
  claim: 'set on this claim',
  namespace: 'set on the namespace',
  'storage-class': 'set on the StorageClass',
};

const results: Record<Job['result'], Status> = {
  running: { tone: 'prepared', icon: 'clock', label: 'Running' },
  succeeded: { tone: 'plain', icon: 'check', label: 'Succeeded' },
  failed: { tone: 'danger', icon: 'blocked', label: 'Failed' },
};

/** Schedule, runs and what proves that the key was changed. */
export function KeyRotationFacts({ rotation }: { rotation: KeyRotation }) {
  const { availability, message, jobs, proof } = rotation;
  const { lastScheduledAt } = rotation;
  const isAvailable = availability === 'available';
  return (
    <>
      <StatusBadge status={availabilities[availability]} />
      <Typography variant="body2" gutterBottom>
        {message}
      </Typography>
      <FactList
        facts={{
          Schedule: isAvailable ? scheduleOf(rotation) : rotation.schedule,
          CronJob: rotation.cronJob && <code>{rotation.cronJob}</code>,
          'Last scheduled': lastScheduledAt && <Age at={lastScheduledAt} />,
          'Last success': lastSuccessOf(rotation),
          Proof: proof,
        }}
      />
      <Jobs jobs={jobs} />
    </>
  );
}

/** None is known of where nothing rotates keys. */
function lastSuccessOf({ cronJob, lastSuccessAt }: KeyRotation) {
  if (lastSuccessAt) return <Age at={lastSuccessAt} />;
  return cronJob ? 'not by this CronJob yet' : undefined;
}

function scheduleOf({
  schedule,
  scheduleFrom,
  suspended,
}: KeyRotation): string {
  if (!schedule) return 'none';
  return [
    schedule,
    scheduleFrom && origins[scheduleFrom],
    suspended && 'suspended',
  ]
    .filter(Boolean)
    .join(', ');
}

function Jobs({ jobs }: { jobs: Job[] }) {
  if (jobs.length === 0) return null;
  return (
    <ul aria-label="Runs" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {jobs.map(({ name, result, message, startedAt, retries }) => (
        <li key={name}>
          <StatusBadge status={results[result]} />
          <Typography variant="body2" gutterBottom>
            <code>{name}</code>
            {startedAt && (
              <>
                , started <Age at={startedAt} />
              </>
            )}
            {retries ? `, tried again ${retries} times` : ''}
            {message && `: ${message}`}
          </Typography>
        </li>
      ))}
    </ul>
  );
}
