import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { SourceProblem } from 'backstage-plugin-volume-encryption-common';
import { isDenied } from '../problems';
import type { ChoicesState } from './useChoices';

/** Says why a field offers nothing, or not everything, and what to do. */
export function ChoiceNote<T>(props: {
  state: ChoicesState<T>;
  waitingFor: string;
  emptyText: string;
}) {
  const { state } = props;
  switch (state.step) {
    case 'waiting':
      return <FormHelperText>{props.waitingFor}</FormHelperText>;
    case 'loading':
      return <FormHelperText>Reading what there is …</FormHelperText>;
    case 'failed':
      return <Failure error={state.error} onRetry={state.retry} />;
    default: {
      const { choices, problems } = state.offered;
      return (
        <>
          {choices.length === 0 && problems.length === 0 && (
            <FormHelperText>{props.emptyText}</FormHelperText>
          )}
          {problems.map(problem => (
            <Problem key={`${problem.source}/${problem.name}`} {...problem} />
          ))}
        </>
      );
    }
  }
}

/** One of a namespace's credential takes nothing out of the list. */
function Problem({ source, name, code, message }: SourceProblem) {
  if (code === 'credential-unread') {
    return (
      <FormHelperText>
        Namespace {name}: {message}
      </FormHelperText>
    );
  }
  return (
    <FormHelperText error>
      What {source} {name} has is not in the list: {message}
    </FormHelperText>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const denied = isDenied(error);
  return (
    <FormHelperText component="div" error role="alert">
      {error.message}{' '}
      {denied ? (
        'Ask whoever keeps the permission policy of this portal.'
      ) : (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </FormHelperText>
  );
}
