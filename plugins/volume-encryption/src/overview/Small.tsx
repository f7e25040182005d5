import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

/** A line in small print below what a cell says. */
export function Small({ children }: { children: ReactNode }) {
  return (
    <Typography variant="caption" color="textSecondary" component="div">
      {children}
    </Typography>
  );
}
