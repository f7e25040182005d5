import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import {
  KEY_STATES,
  type KmsKeyPage,
} from 'backstage-plugin-volume-encryption-common';
import { Fragment } from 'react';
import { keyStateStatus } from '../status';
import type { KeyStateFilter } from './useKeyFilter';

/** How many keys are in which state, over all pages; each part leads to them. */
export function KeyCounts(props: {
  counts: KmsKeyPage['states'];
  filter: KeyStateFilter;
}) {
  const { counts, filter } = props;
  return (
    <Typography>
      {KEY_STATES.map((state, index) => (
        <Fragment key={state}>
          {index > 0 && ', '}
          <Link
            to={filter.linkTo(state)}
            aria-current={state === filter.state || undefined}
          >
            {counts[state].toLocaleString('en')}{' '}
            {keyStateStatus[state].label.toLowerCase()}
          </Link>
        </Fragment>
      ))}
      {filter.state && (
        <>
          {'. '}
          <Link to={filter.linkTo(undefined)}>Show all</Link>
        </>
      )}
    </Typography>
  );
}
