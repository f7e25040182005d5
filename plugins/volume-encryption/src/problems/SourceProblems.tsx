import { WarningPanel } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { SourceProblem } from 'backstage-plugin-volume-encryption-common';
import { Age } from '../time';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      '& li + li': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'VolumeEncryptionSourceProblems' },
);

const sources: Record<SourceProblem['source'], string> = {
  cluster: 'Cluster',
  kms: 'KMS',
  namespace: 'Namespace',
};

const missing: Record<SourceProblem['source'], string> = {
  cluster: 'Its volumes are missing here, or as old as their rows say.',
  kms: 'What is said of its keys is missing here, or old.',
  namespace: 'Its volumes are not shown.',
};

/** What could not be read, since when, and what is therefore missing. */
export function SourceProblems({ problems }: { problems: SourceProblem[] }) {
  const classes = useStyles();
  if (problems.length === 0) return null;
  return (
    <WarningPanel title={titleOf(problems)} defaultExpanded>
      <ul className={classes.list}>
        {problems.map(problem => (
          <li key={`${problem.source}/${problem.name}/${problem.code}`}>
            <Problem problem={problem} />
          </li>
        ))}
      </ul>
    </WarningPanel>
  );
}

function Problem({ problem }: { problem: SourceProblem }) {
  const { source, name, message, since } = problem;
  return (
    <Typography variant="body2" component="div">
      <strong>
        {sources[source]} {name}
      </strong>
      {since && (
        <>
          , since <Age at={since} />
        </>
      )}
      : {message} {missing[source]}
    </Typography>
  );
}

function titleOf(problems: SourceProblem[]): string {
  const [first, ...others] = problems;
  if (!first || others.length > 0) {
    return `${problems.length} sources could not be read`;
  }
  return `${sources[first.source]} ${first.name} could not be read`;
}
