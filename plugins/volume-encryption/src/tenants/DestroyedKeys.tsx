import Typography from '@material-ui/core/Typography';
import type { Receipt } from 'backstage-plugin-volume-encryption-common';
import { useState } from 'react';

/** How many keys were destroyed; which, when it is opened, for they can be many. */
export function DestroyedKeys({ keys }: { keys: Receipt['destroyed'] }) {
  const [isOpen, setOpen] = useState(false);
  if (keys.length === 0) return <>none</>;
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <Typography component="summary" variant="body2">
        {keys.length.toLocaleString('en')}
      </Typography>
      {isOpen &&
        keys.map(({ name, versions }) => (
          <div key={name}>
            <code>{name}</code>,{' '}
            {versions === 1 ? '1 version' : `${versions} versions`}
          </div>
        ))}
    </details>
  );
}
