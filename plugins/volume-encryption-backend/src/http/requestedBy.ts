import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** For records: the user's entity ref, or what is known of the service. */
export function requestedBy({ principal }: BackstageCredentials): string {
  if (isUser(principal)) return principal.userEntityRef;
  return 'a service';
}

function isUser(principal: unknown): principal is { userEntityRef: string } {
  return (
    typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal &&
    typeof principal.userEntityRef === 'string'
  );
}
