import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  platformReadPermission,
  type SetupObject,
} from 'backstage-plugin-volume-encryption-common';
import type { CustodyScope } from '../api';
import { AnswerView, useAnswer } from '../asking';
import { StatusBadge, type Status } from '../status';
import { Panel, RowsTable, type Column } from '../tables';
import { Age } from '../time';
import { DifferingLines } from './DifferingLines';

const states: Record<SetupObject['state'], Status> = {
  'as-expected': { tone: 'good', icon: 'check', label: 'As it should be' },
  differs: { tone: 'danger', icon: 'warning', label: 'Differs' },
  missing: { tone: 'danger', icon: 'blocked', label: 'Missing' },
  unread: { tone: 'unknown', icon: 'question', label: 'Not read' },
  'not-judged': { tone: 'unknown', icon: 'question', label: 'Not judged' },
  'not-needed': { tone: 'neutral', icon: 'info', label: 'Not needed' },
};

const columns: Column<SetupObject>[] = [
  { title: 'In the KMS', render: ({ object }) => <code>{object}</code> },
  {
    title: 'State',
    render: ({ state }) => <StatusBadge status={states[state]} />,
  },
  { title: 'What differs', render: object => <Difference object={object} /> },
];

/** How the KMS differs from the rendered set-up, line by line. */
export function DriftPanel({ kms, cluster }: CustodyScope) {
  const kept = useAnswer({
    about: `custody-drift ${kms} ${cluster}`,
    ask: (api, signal) => api.getCustodyDrift({ kms, cluster }, signal),
  });
  return (
    <Panel
      title="As applied"
      actions={
        <Button
          variant="outlined"
          size="small"
          disabled={kept.loading}
          onClick={kept.reload}
        >
          Check again
        </Button>
      }
    >
      <AnswerView
        kept={kept}
        what="What is applied"
        permission={platformReadPermission.name}
      >
        {({ items, observedAt }) => (
          <>
            <RowsTable
              label="Objects of the set-up"
              columns={columns}
              rows={items}
              keyOf={({ object }) => object}
              empty="The set-up has no object for this cluster."
            />
            <Typography variant="caption" color="textSecondary">
              Checked <Age at={observedAt} />
            </Typography>
          </>
        )}
      </AnswerView>
    </Panel>
  );
}

function Difference({ object }: { object: SetupObject }) {
  const { lines, message, remedy } = object;
  return (
    <>
      <Typography variant="body2">{message}</Typography>
      {lines.length > 0 && <DifferingLines lines={lines} />}
      {remedy && <Typography variant="body2">{remedy}</Typography>}
    </>
  );
}
