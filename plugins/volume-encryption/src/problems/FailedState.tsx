import { ResponseErrorPanel } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';

/** Nothing could be read at all: why, and a way to try again. */
export function FailedState(props: {
  /** Such as `The volumes`. */
  what: string;
  error: Error;
  onRetry: () => void;
}) {
  return (
    <>
      <ResponseErrorPanel
        title={`${props.what} could not be read: ${props.error.message}`}
        error={props.error}
      />
      <Box mt={2}>
        <Button variant="outlined" onClick={props.onRetry}>
          Try again
        </Button>
      </Box>
    </>
  );
}
