import Typography from '@material-ui/core/Typography';
import type { KmsConnectionView } from 'backstage-plugin-volume-encryption-common';
import { FactList } from '../facts';

/** The entry of a connection as it is written, opened on demand. */
export function ConnectionOptions({
  options,
}: Pick<KmsConnectionView, 'options'>) {
  if (!options) return <>not readable</>;
  const names = Object.keys(options);
  return (
    <details>
      <Typography component="summary" variant="body2">
        {names.length === 1 ? '1 option' : `${names.length} options`}
      </Typography>
      <FactList
        facts={Object.fromEntries(
          names.map(name => [name, <code key={name}>{options[name]}</code>]),
        )}
      />
    </details>
  );
}
