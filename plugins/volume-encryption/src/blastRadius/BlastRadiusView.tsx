import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type {
  AffectedEntity,
  BlastRadius,
} from 'backstage-plugin-volume-encryption-common';
import { Pages } from '../paging';
import { SourceProblems } from '../problems';
import { RowsTable, type Column } from '../tables';
import { ClassTest } from '../storageClasses/ClassTest';
import { blastSentence, counted } from './blastSentence';

const columns: Column<AffectedEntity>[] = [
  {
    title: 'Component',
    render: ({ entityRef }) => <EntityRefLink entityRef={entityRef} />,
  },
  {
    title: 'Owner',
    render: ({ owners }) =>
      owners.length > 0 ? (
        <EntityRefLinks entityRefs={owners} defaultKind="group" />
      ) : (
        'nobody'
      ),
  },
  {
    title: 'Volumes',
    render: ({ volumes }) => volumes.toLocaleString('en'),
  },
];

/** The sentence, and the entities page by page, those with most volumes first. */
export function BlastRadiusView(props: {
  radius: BlastRadius;
  onPage: (page: number) => void;
  onPageSize: (size: number) => void;
}) {
  const { radius, onPage, onPageSize } = props;
  const { fact, volumesOfNone, total, items, problems } = radius;
  return (
    <>
      <SourceProblems problems={problems} rows="volumes" />
      <Typography variant="body1">{blastSentence(radius)}</Typography>
      {fact.type === 'storage-class' && <ClassTest {...fact} />}
      {total > 0 && (
        <RowsTable
          label="Components whose volumes rest on it"
          columns={columns}
          rows={items}
          keyOf={({ entityRef }) => entityRef}
          empty="There is no such page any more."
        />
      )}
      <Pages
        shown={radius}
        label="Components per page:"
        onPage={onPage}
        onPageSize={onPageSize}
      />
      {total > 0 && volumesOfNone > 0 && (
        <Typography variant="body2" color="textSecondary">
          {counted(volumesOfNone, 'volume')} of these{' '}
          {volumesOfNone === 1 ? 'is' : 'are'} of no component in the catalog.
        </Typography>
      )}
    </>
  );
}
