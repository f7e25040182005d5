import type { TimelinePage } from 'backstage-plugin-volume-encryption-common';
import { useState, type ReactNode } from 'react';
import type { ListPage, VolumeEncryptionApi } from '../api';
import { AnswerView, useAnswer } from '../asking';
import { Pages, pageSizes } from '../paging';
import { RowsTable } from '../tables';
import { timelineColumns } from './timelineColumns';

/** A timeline, page by page, newest first; asked for when it opens. */
export function TimelineRows(props: {
  /** What it is of, the same for the same thing. */
  about: string;
  permission: string;
  /** What is said when nothing changed yet. */
  empty: ReactNode;
  ask: (
    api: VolumeEncryptionApi,
    page: ListPage,
    signal: AbortSignal,
  ) => Promise<TimelinePage>;
}) {
  const { about, permission, empty, ask } = props;
  const [{ page, size }, setShown] = useState({ page: 0, size: pageSizes[0] });
  const kept = useAnswer({
    about: `timeline ${about}`,
    part: `${page}/${size}`,
    ask: (api, signal) =>
      ask(api, { limit: size, offset: page * size }, signal),
  });
  return (
    <AnswerView kept={kept} what="The timeline" permission={permission}>
      {known => (
        <div aria-busy={kept.isFormer}>
          <RowsTable
            label="Timeline"
            columns={timelineColumns}
            rows={known.items}
            keyOf={({ id }) => id}
            empty={
              <>
                {empty} Everything is looked at every few minutes, and what
                changes is kept for {known.keptDays} days.
              </>
            }
          />
          <Pages
            shown={known}
            label="Changes per page:"
            onPage={next => setShown({ page: next, size })}
            onPageSize={next => setShown({ page: 0, size: next })}
          />
        </div>
      )}
    </AnswerView>
  );
}
