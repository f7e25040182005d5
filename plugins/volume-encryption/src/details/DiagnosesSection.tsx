import { CodeSnippet, Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Diagnosis } from 'backstage-plugin-volume-encryption-common';
import { FactList, Section } from '../facts';
import { StatusIcon, useToneStyles } from '../status';
import { Age } from '../time';

const owners: Record<Diagnosis['owner'], string> = {
  developer: 'You, the developer',
  'platform-team': 'The platform team',
  'vault-admin': 'The Vault administrator',
  'storage-admin': 'The storage administrator',
  unknown: 'Not known',
};

const useStyles = makeStyles(
  theme => ({
    diagnosis: { '& + &': { marginTop: theme.spacing(2) } },
    cause: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1),
      marginBottom: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
      fontWeight: 500,
    },
    raw: {
      marginTop: theme.spacing(1),
      '& summary': {
        cursor: 'pointer',
        color: theme.palette.text.secondary,
        ...theme.typography.body2,
      },
    },
  }),
  { name: 'VolumeEncryptionDiagnoses' },
);

/** Why the claim is stuck, from its events: cause, who mends it, and how. */
export function DiagnosesSection({ diagnoses }: { diagnoses: Diagnosis[] }) {
  const classes = useStyles();
  if (diagnoses.length === 0) return null;
  return (
    <Section title="What its events say">
      {diagnoses.map(diagnosis => (
        <div
          key={`${diagnosis.code} ${diagnosis.raw}`}
          className={classes.diagnosis}
        >
          <DiagnosisView diagnosis={diagnosis} />
        </div>
      ))}
    </Section>
  );
}

function DiagnosisView({ diagnosis }: { diagnosis: Diagnosis }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { cause, owner, nextStep, link, raw } = diagnosis;
  return (
    <>
      <Typography
        className={`${classes.cause} ${tones.caution}`}
        variant="body2"
      >
        <StatusIcon name="warning" />
        {cause}
      </Typography>
      <FactList
        facts={{
          'Who can mend it': owners[owner],
          'Next step': nextStep,
          'Read more': link && <Link to={link}>{hostOf(link)}</Link>,
          Seen: <Times diagnosis={diagnosis} />,
        }}
      />
      <details className={classes.raw}>
        <summary>The newest event as it came</summary>
        <CodeSnippet
          text={raw}
          language="text"
          showCopyCodeButton
          wrapLongLines
        />
      </details>
    </>
  );
}

function Times({ diagnosis }: { diagnosis: Diagnosis }) {
  const { count, firstSeen, lastSeen } = diagnosis;
  return (
    <>
      {count === 1 ? 'once' : `${count} times`}
      {count > 1 && firstSeen && (
        <>
          , first <Age at={firstSeen} />
        </>
      )}
      {lastSeen && (
        <>
          , last <Age at={lastSeen} />
        </>
      )}
    </>
  );
}

/** Whose page it is, which tells more than its whole address. */
function hostOf(link: string): string {
  return new URL(link).hostname;
}
