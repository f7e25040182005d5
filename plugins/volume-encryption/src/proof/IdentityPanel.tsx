import Typography from '@material-ui/core/Typography';
import {
  platformReadPermission,
  type CredentialRights,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { StatusBadge, type Status } from '../status';
import { PagedRows, Panel, type Column } from '../tables';
import { Age } from '../time';

type Line = CredentialRights['items'][number];

const verdicts: Record<CredentialRights['verdict'], Status> = {
  exact: { tone: 'good', icon: 'check', label: 'Exactly as documented' },
  more: { tone: 'danger', icon: 'blocked', label: 'More than documented' },
  less: { tone: 'caution', icon: 'warning', label: 'Less than documented' },
  unknown: { tone: 'unknown', icon: 'question', label: 'Unknown' },
};

const columns: Column<Line>[] = [
  { title: 'Path', render: ({ path }) => <code>{path}</code> },
  { title: 'Has to be', render: ({ expected }) => words(expected) },
  { title: 'Is', render: ({ actual }) => words(actual) },
  {
    title: 'Verdict',
    render: ({ verdict }) => <StatusBadge status={verdicts[verdict]} />,
  },
  { title: 'What it means', render: ({ message }) => message },
];

/** What the portal's own credentials may do, asked of the KMS. */
export function IdentityPanel({ kms }: { kms: string }) {
  const kept = useAnswer({
    about: `identity ${kms}`,
    ask: (api, signal) => api.getPortalIdentity(kms, signal),
  });
  const permission = platformReadPermission.name;
  return (
    <>
      <Panel title="The portal's own identity">
        <AnswerView
          kept={kept}
          what="The portal's own rights"
          permission={permission}
        >
          {known => (
            <Rights known={known} of="the portal" at={known.observedAt} />
          )}
        </AnswerView>
      </Panel>
      <Panel title="The credential that destroys keys">
        <AnswerView
          kept={kept}
          what="The rights of the credential that destroys keys"
          permission={permission}
        >
          {({ custodian, observedAt }) =>
            custodian ? (
              <Rights known={custodian} of="the custodian" at={observedAt} />
            ) : (
              <Typography variant="body2">
                None is configured for this KMS ("custodian"): the portal
                destroys no key in it.
              </Typography>
            )
          }
        </AnswerView>
      </Panel>
    </>
  );
}

interface RightsProps {
  known: CredentialRights;
  /** Whose credential it is. */
  of: string;
  /** When it was asked. */
  at: string;
}

function Rights({ known: { verdict, message, items }, of, at }: RightsProps) {
  const exceptions = items.filter(item => item.verdict !== 'exact');
  const others = items.filter(item => item.verdict === 'exact');
  return (
    <>
      <StatusBadge status={verdicts[verdict]} />
      {message && <Typography variant="body2">{message}</Typography>}
      <PagedRows
        label={`Rights of ${of}`}
        pagesLabel="Paths per page:"
        columns={columns}
        rows={[...exceptions, ...others]}
        keyOf={({ path }) => path}
        empty="No path was asked for."
      />
      <Typography variant="caption" color="textSecondary">
        Asked <Age at={at} />
      </Typography>
    </>
  );
}

function words(capabilities: string[]) {
  return capabilities.join(', ') || 'none';
}
