import {
  KEY_STATES,
  platformReadPermission,
  type KeyState,
  type KmsKeyPage,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { DownloadCsv } from '../downloads/DownloadCsv';
import type { Kept } from '../loading';
import {
  NameSearch,
  useListAddress,
  useStateFilter,
  type ListAddress,
  type StateFilter,
} from '../paging';
import { SourceProblems } from '../problems';
import { keyStateStatus } from '../status';
import { ListedRows, Panel } from '../tables';
import { KeyCounts } from './KeyCounts';
import { kmsKeyColumns } from './kmsKeyColumns';
import { LooksInShort } from './LooksInShort';

/** The keys of a KMS page by page, those first that somebody has to see to. */
export function KmsKeysPanel({ kms }: { kms: string }) {
  const address = useListAddress();
  const filter = useStateFilter(KEY_STATES);
  const { page, size, search } = address.query;
  const meant = { state: filter.state, search: search || undefined };
  const asked = { ...meant, limit: size, offset: page * size };
  const kept = useAnswer({
    about: `keys ${kms}`,
    part: JSON.stringify(asked),
    ask: (api, signal) => api.listKmsKeys(kms, asked, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what={`The keys of KMS ${kms}`}
      permission={platformReadPermission.name}
    >
      {known => (
        <>
          <SourceProblems problems={known.problems} rows="keys" />
          <Panel
            title={`Keys (${known.total.toLocaleString('en')})`}
            kept={kept}
            actions={
              <>
                <NameSearch
                  label="Find by key, tenant, volume or claim"
                  search={search}
                  onSearch={text =>
                    address.goTo({ search: text, page: 0 }, { replace: true })
                  }
                />
                <DownloadCsv
                  what="keys"
                  fileName="keys.csv"
                  ask={(api, signal) => api.exportKmsKeys(kms, meant, signal)}
                />
              </>
            }
          >
            <KeyRows {...{ known, kept, address, filter }} />
          </Panel>
        </>
      )}
    </AnswerView>
  );
}

function KeyRows(props: {
  known: KmsKeyPage;
  kept: Kept<KmsKeyPage>;
  address: ListAddress;
  filter: StateFilter<KeyState>;
}) {
  const { known, kept, address, filter } = props;
  return (
    <>
      <KeyCounts counts={known.states} filter={filter} />
      <ListedRows
        label="Keys"
        columns={kmsKeyColumns}
        keyOf={({ mount, name }) => `${mount}/${name}`}
        empty={noKey(known, address.query.search, filter.state)}
        shown={known}
        isFormer={kept.isFormer}
        goTo={address.goTo}
        pagesLabel="Keys per page:"
      />
      <LooksInShort looks={known.looks} />
    </>
  );
}

/** That nothing was found is no proof where something could not be read. */
function noKey(
  { incomplete }: KmsKeyPage,
  search: string,
  state: KeyState | undefined,
): string {
  const which = [
    state && `is “${keyStateStatus[state].label}”`,
    search && `matches “${search}”`,
  ];
  const wanted = which.filter(Boolean).join(' and ');
  if (incomplete) {
    return `No key that could be read${wanted && ` ${wanted}`}. That does not mean that there is none.`;
  }
  return wanted
    ? `No key ${wanted}.`
    : 'There is no key yet: the first encrypted volume of a tenant makes one.';
}
