import Typography from '@material-ui/core/Typography';
import {
  platformReadPermission,
  type IsolationMatrix,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import {
  Pages,
  useListAddress,
  useStayWithinPages,
  type ListAddress,
} from '../paging';
import { StatusBadge } from '../status';
import { Panel } from '../tables';
import { Age } from '../time';
import { FindingsList } from './FindingsList';
import { IsolationGrid } from './IsolationGrid';
import { IsolationRows } from './IsolationRows';
import { isolationVerdict } from './isolationVerdict';

/** A grid of more tenants than this is not read any more. */
const GRID_MAX = 12;

/** What each tenant's credential may do on the paths of the others. */
export function IsolationPanel({ kms, base }: { kms: string; base: string }) {
  const address = useListAddress();
  const { page, size } = address.query;
  const kept = useAnswer({
    about: `isolation ${kms}`,
    part: `${page}/${size}`,
    ask: (api, signal) =>
      api.getIsolation(kms, { limit: size, offset: page * size }, signal),
  });
  return (
    <Panel title="Isolation of the tenants">
      <AnswerView
        kept={kept}
        what="The isolation of the tenants"
        permission={platformReadPermission.name}
      >
        {matrix => (
          <Isolation
            matrix={matrix}
            base={base}
            isFormer={kept.isFormer}
            goTo={address.goTo}
          />
        )}
      </AnswerView>
    </Panel>
  );
}

function Isolation(props: {
  matrix: IsolationMatrix;
  /** The address of the page. */
  base: string;
  /** Whether it is the page before, and another one is on its way. */
  isFormer: boolean;
  goTo: ListAddress['goTo'];
}) {
  const { matrix, base, isFormer, goTo } = props;
  const { total, rows, tenants, message, observedAt } = matrix;
  useStayWithinPages({ ...matrix, isFormer }, goTo);
  if (total === 0) {
    return (
      <Typography variant="body2">
        {message ??
          'The KMS has no tenant yet, so that there is nothing to prove.'}
      </Typography>
    );
  }
  const isGrid = tenants.length <= GRID_MAX && rows.length === total;
  return (
    <div aria-busy={isFormer}>
      <StatusBadge status={isolationVerdict(matrix)} />
      {message && <Typography variant="body2">{message}</Typography>}
      <FindingsList rows={rows} kms={matrix.kms} base={base} />
      {isGrid ? (
        <IsolationGrid tenants={tenants} rows={rows} />
      ) : (
        <IsolationRows rows={rows} others={tenants.length - 1} />
      )}
      <Pages
        shown={matrix}
        label="Tenants per page:"
        onPage={page => goTo({ page })}
        onPageSize={size => goTo({ size, page: 0 })}
      />
      <Typography variant="caption" color="textSecondary">
        Asked: the KMS answered for the credential. Derived: from role and
        policy as read. What is not as it must be comes first. Looked at{' '}
        <Age at={observedAt} />
      </Typography>
    </div>
  );
}
