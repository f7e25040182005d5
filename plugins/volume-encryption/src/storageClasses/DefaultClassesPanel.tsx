import {
  storageClassCreatePermission,
  viewPermission,
  type DefaultClassView,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { useAllowed } from '../capabilities';
import { ReasonList } from '../custody';
import { SourceProblems } from '../problems';
import { Panel, RowsTable, type Column } from '../tables';
import { TemplateButton } from '../templates';

const columns: Column<DefaultClassView>[] = [
  { title: 'Cluster', render: ({ cluster }) => cluster },
  { title: 'Marked as default', render: ({ names }) => marked(names) },
  {
    title: 'What that means',
    render: ({ reasons }) => <ReasonList reasons={reasons} />,
  },
  { title: 'Change', render: row => <Change {...row} /> },
];

/** Which class the claims of each cluster get that name none. */
export function DefaultClassesPanel() {
  const kept = useAnswer({
    about: 'storage-classes',
    ask: (api, signal) => api.listStorageClasses(undefined, signal),
  });
  return (
    <Panel title="Default StorageClasses" kept={kept}>
      <AnswerView
        kept={kept}
        what="The StorageClasses"
        permission={viewPermission.name}
      >
        {({ defaults, problems }) => (
          <>
            <SourceProblems problems={problems} rows="classes" />
            <RowsTable
              label="Default StorageClasses"
              columns={columns}
              rows={defaults}
              keyOf={({ cluster }) => cluster}
              empty="No cluster is configured. Add one under volumeEncryption.clusters."
            />
          </>
        )}
      </AnswerView>
    </Panel>
  );
}

function marked(names: string[]) {
  if (names.length === 0) return '—';
  return names.map(name => (
    <div key={name}>
      <code>{name}</code>
    </div>
  ));
}

function Change({ cluster }: DefaultClassView) {
  const isAllowed = useAllowed(storageClassCreatePermission);
  if (!isAllowed) return <>not allowed</>;
  return (
    <TemplateButton template="storage-class-default" values={{ cluster }}>
      Change
    </TemplateButton>
  );
}
