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

/** What the rows are that may be missing. */
type Rows = 'volumes' | 'tenants' | 'connections' | 'keys' | 'classes';

/** What was read well and is wrong for everybody, so that nothing is missing. */
const wrongForAll = new Set([
  'connections-malformed',
  'source-differs',
  'source-mount-missing',
]);

/** What could not be read or is wrong, since when, and what is therefore missing. */
export function SourceProblems(props: {
  problems: SourceProblem[];
  rows: Rows;
}) {
  const { problems, rows } = props;
  const classes = useStyles();
  if (problems.length === 0) return null;
  return (
    <WarningPanel title={titleOf(problems, rows)} defaultExpanded>
      <ul className={classes.list}>
        {problems.map(problem => (
          <li key={`${problem.source}/${problem.name}/${problem.code}`}>
            <Problem problem={problem} rows={rows} />
          </li>
        ))}
      </ul>
    </WarningPanel>
  );
}

function Problem(props: { problem: SourceProblem; rows: Rows }) {
  const { problem, rows } = props;
  const { source, name, code, message, since } = problem;
  const lacks = wrongForAll.has(code) ? '' : missing(source, rows);
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
      : {message} {lacks}
    </Typography>
  );
}

function titleOf(problems: SourceProblem[], rows: Rows): string {
  const [first, ...others] = problems;
  if (problems.some(({ code }) => wrongForAll.has(code))) {
    return others.length > 0
      ? `${problems.length} problems that concern these ${rows}`
      : `A problem that concerns these ${rows}`;
  }
  if (!first || others.length > 0) {
    return `${problems.length} sources could not be read`;
  }
  return `${sources[first.source]} ${first.name} could not be read`;
}

function missing(source: SourceProblem['source'], rows: Rows): string {
  switch (source) {
    case 'cluster':
      return `Its ${rows} are missing here, or as old as their rows say.`;
    case 'kms':
      return 'What is said of its keys is missing here, or old.';
    default:
      return `Its ${rows} are not shown.`;
  }
}
