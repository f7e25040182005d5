import type { Answer, HttpClient } from '../load/HttpClient';

const BASE = '/api/volume-encryption';

/** What the platform page asks for when it is opened, and when it is filtered. */
export const overviewQuestions = [
  { what: 'coverage by cluster', path: `${BASE}/coverage?by=cluster` },
  { what: 'coverage by owner', path: `${BASE}/coverage?by=owner` },
  { what: 'findings', path: `${BASE}/findings` },
  { what: 'volumes', path: `${BASE}/volumes` },
  {
    what: 'volumes, last page',
    path: `${BASE}/volumes?limit=50&offset=99950`,
  },
];

/** A question that was not asked before, so that nothing of it is remembered. */
export function filteredQuestion(number: number): string {
  return `${BASE}/volumes?search=data-${number}`;
}

/** All volumes as a file. */
export function exportedVolumes(client: HttpClient): Promise<Answer> {
  return client.demand({ path: `${BASE}/volumes.csv` });
}
