import {
  storageClassCreatePermission,
  viewPermission,
  type StorageClassList,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { useAllowed } from '../capabilities';
import { NameSearch, useListAddress, type ListAddress } from '../paging';
import { SourceProblems } from '../problems';
import { ListedRows, Panel } from '../tables';
import { TemplateButton } from '../templates';
import { classColumns } from './classColumns';
import { matchingClasses } from './matchingClasses';

/** Every StorageClass of every cluster, and what it asks its driver for. */
export function ClassesPanel() {
  const address = useListAddress();
  const kept = useAnswer({
    about: 'storage-classes',
    ask: (api, signal) => api.listStorageClasses(undefined, signal),
  });
  return (
    <Panel
      title="StorageClasses"
      kept={kept}
      actions={
        <>
          <NameSearch
            label="Find by class, cluster, driver or KMS connection"
            search={address.query.search}
            onSearch={search =>
              address.goTo({ search, page: 0 }, { replace: true })
            }
          />
          <Publish />
        </>
      }
    >
      <AnswerView
        kept={kept}
        what="The StorageClasses"
        permission={viewPermission.name}
      >
        {known => (
          <>
            <SourceProblems problems={known.problems} rows="classes" />
            <ClassRows known={known} address={address} />
          </>
        )}
      </AnswerView>
    </Panel>
  );
}

function ClassRows(props: { known: StorageClassList; address: ListAddress }) {
  const { known, address } = props;
  const { page, size, search } = address.query;
  const found = matchingClasses(known.items, search);
  const offset = page * size;
  return (
    <ListedRows
      label="StorageClasses"
      columns={classColumns}
      keyOf={({ cluster, name }) => `${cluster}/${name}`}
      empty={noClass(known, search)}
      shown={{
        ...{ total: found.length, offset, limit: size },
        items: found.slice(offset, offset + size),
      }}
      isFormer={false}
      goTo={address.goTo}
      pagesLabel="Classes per page:"
    />
  );
}

/** That nothing was found is no proof where a cluster could not be read. */
function noClass({ problems }: StorageClassList, search: string): string {
  const matching = search && ` matches “${search}”`;
  if (problems.length > 0) {
    return `No StorageClass that could be read${matching}. That does not mean that there is none.`;
  }
  return matching
    ? `No StorageClass${matching}.`
    : 'No cluster has a StorageClass yet. Publish an encrypted one.';
}

function Publish() {
  const isAllowed = useAllowed(storageClassCreatePermission);
  if (!isAllowed) return null;
  return (
    <TemplateButton isMain template="encrypted-storage-class" values={{}}>
      Publish an encrypted class
    </TemplateButton>
  );
}
