import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import { useState } from 'react';
import { AnswerView, useAnswer } from '../asking';
import { pageSizes } from '../paging';
import { BlastRadiusView } from './BlastRadiusView';
import { factIdOf } from './factFilter';

/** The entity card of a KMS, StorageClass or tenant: what rests on it. */
export function BlastRadiusCard() {
  const { entity } = useEntity();
  const of = factIdOf(entity);
  const [{ page, size }, setPage] = useState({ page: 0, size: pageSizes[0] });
  const asked = { limit: size, offset: page * size };
  const kept = useAnswer({
    about: of,
    part: JSON.stringify(asked),
    ask: (api, signal) => api.getBlastRadius(of, asked, signal),
  });
  return (
    <InfoCard title="Blast radius">
      <AnswerView
        kept={kept}
        what="What rests on it"
        permission={platformReadPermission.name}
      >
        {radius => (
          <div aria-busy={kept.isFormer}>
            <BlastRadiusView
              radius={radius}
              onPage={next => setPage({ page: next, size })}
              onPageSize={next => setPage({ page: 0, size: next })}
            />
          </div>
        )}
      </AnswerView>
    </InfoCard>
  );
}
