import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import {
  KEY_STATES,
  type KeyState,
  type KmsKeyPage,
} from 'backstage-plugin-volume-encryption-common';
import { Fragment } from 'react';
import type { StateFilter } from '../paging';
import { keyStateStatus } from '../status';

/** How many keys are in which state, over all pages; each part leads to them. */
export function KeyCounts(props: {
  counts: KmsKeyPage['states'];
  filter: StateFilter<KeyState>;
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
