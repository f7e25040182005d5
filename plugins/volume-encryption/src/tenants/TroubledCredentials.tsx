import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type {
  TenantCredentialState,
  TenantPage,
} from 'backstage-plugin-volume-encryption-common';
import { Fragment } from 'react';
import type { StateFilter } from '../paging';
import { credentialLabel } from '../status';
import { troubledStates } from './credentialStates';

type Troubled = (typeof troubledStates)[number];

/** What is said of one credential, and of several. */
const words: Record<Troubled, [string, string]> = {
  expired: ['has ended', 'have ended'],
  missing: ['is missing', 'are missing'],
  lost: ['is not known to its KMS', 'are not known to their KMS'],
  refused: ['is refused', 'are refused'],
  expiring: ['ends soon', 'end soon'],
  foreign: ['was not delivered by us', 'were not delivered by us'],
};

/**
 * How many credentials ask for attention, over all pages; each part leads to
 * them. Nothing where none does, so that it never says that all is well.
 */
export function TroubledCredentials(props: {
  counts: TenantPage['states'];
  filter: StateFilter<TenantCredentialState>;
}) {
  const { counts, filter } = props;
  const troubled = troubledStates.filter(state => counts[state] > 0);
  return (
    <>
      {troubled.length > 0 && (
        <Typography>
          {troubled.map((state, index) => (
            <Fragment key={state}>
              {index > 0 && ', '}
              <Link
                to={filter.linkTo(state)}
                aria-current={state === filter.state || undefined}
              >
                {saying(state, counts[state], index === 0)}
              </Link>
            </Fragment>
          ))}
        </Typography>
      )}
      <Filtered {...filter} />
    </>
  );
}

function Filtered({ state, linkTo }: StateFilter<TenantCredentialState>) {
  if (!state) return null;
  return (
    <Typography>
      Only tenants whose credential is “{credentialLabel(state)}” are shown.{' '}
      <Link to={linkTo(undefined)}>Show all</Link>
    </Typography>
  );
}

/** The first part names what is counted. */
function saying(state: Troubled, count: number, isFirst: boolean): string {
  const [ofOne, ofMany] = words[state];
  const noun = count === 1 ? ' credential' : ' credentials';
  const what = count === 1 ? ofOne : ofMany;
  return `${count.toLocaleString('en')}${isFirst ? noun : ''} ${what}`;
}
