import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';

/** Old rows stay in view: why they could not be read again. */
export function OutdatedNotice(props: { error: Error; onRetry: () => void }) {
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={props.onRetry}>
          Try again
        </Button>
      }
    >
      Could not read again: {props.error.message} The rows below are as old as
      they say.
    </Alert>
  );
}
