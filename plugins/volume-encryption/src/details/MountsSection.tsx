import Typography from '@material-ui/core/Typography';
import type { Mount } from 'backstage-plugin-volume-encryption-common';
import { Section } from '../facts';

/** The pods that have the volume. */
export function MountsSection({ mounts }: { mounts: Mount[] }) {
  return (
    <Section title="Mounted by">
      {mounts.length === 0 ? (
        <Typography variant="body2">No pod names this claim.</Typography>
      ) : (
        mounts.map(({ pod, node, running }) => (
          <Typography key={pod} variant="body2">
            <code>{pod}</code>
            {node && (
              <>
                {' '}
                on <code>{node}</code>
              </>
            )}
            {running ? ', running' : ', not running'}
          </Typography>
        ))
      )}
    </Section>
  );
}
