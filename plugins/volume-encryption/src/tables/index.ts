export * from './ListedRows';
export * from './PagedRows';
export * from './Panel';
export * from './RowsTable';
