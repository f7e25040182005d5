import { EmptyState } from '@backstage/core-components';

/** A screen that the user may not see: what it takes, and whom to ask. */
export function NotAllowedState(props: {
  /** Such as `The tenants`. */
  what: string;
  /** The name of the permission that it takes. */
  permission: string;
  error?: Error;
}) {
  const { what, permission, error } = props;
  return (
    <EmptyState
      missing="info"
      title={`Not yours to see: ${what.charAt(0).toLowerCase()}${what.slice(1)}`}
      description={
        <>
          {error && `${error.message} `}It takes the permission{' '}
          <code>{permission}</code>. Ask whoever keeps the permission policy of
          this portal for it.
        </>
      }
    />
  );
}
