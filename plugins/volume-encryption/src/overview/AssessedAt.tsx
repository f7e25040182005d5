import Typography from '@material-ui/core/Typography';
import { Age } from '../time';

/** How old the answers are that are shown. */
export function AssessedAt({ at }: { at: string }) {
  return (
    <Typography variant="body2" color="textSecondary">
      Assessed <Age at={at} />
    </Typography>
  );
}
