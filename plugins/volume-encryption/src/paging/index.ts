export * from './listQuery';
export * from './NameSearch';
export * from './Pages';
export * from './pageSizes';
export * from './useListAddress';
export * from './useStateFilter';
export * from './useStayWithinPages';
