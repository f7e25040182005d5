export * from './Panel';
export * from './RowsTable';
