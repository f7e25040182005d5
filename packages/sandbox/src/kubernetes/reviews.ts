import { at, JsonObject, textOf, textsOf } from '../wire/json';
import { ServiceAccountTokens } from './serviceAccountTokens';
import { isAllowed, User } from './users';

/** SelfSubjectAccessReview: may the caller do what `spec.resourceAttributes` says? */
export function reviewAccess(user: User, review: JsonObject): JsonObject {
  const asked = (field: string) =>
    textOf(at(review, 'spec', 'resourceAttributes', field));
  const subresource = asked('subresource');
  const path = [asked('resource'), subresource].filter(Boolean).join('/');
  return {
    ...review,
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    status: { allowed: isAllowed(user, asked('verb'), path) },
  };
}

/** TokenReview: who is behind `spec.token`? */
export function reviewToken(
  tokens: ServiceAccountTokens,
  review: JsonObject,
): JsonObject {
  const found = tokens.read(textOf(at(review, 'spec', 'token')));
  const asked = textsOf(at(review, 'spec', 'audiences'));
  const audiences = found?.audiences.filter(
    it => asked.length === 0 || asked.includes(it),
  );
  const { name = '', uid = '', groups = [] } = found ?? {};
  const user = { username: name, uid, groups };
  const known = audiences && audiences.length > 0;
  const error = 'invalid bearer token';
  return {
    ...review,
    kind: 'TokenReview',
    apiVersion: 'authentication.k8s.io/v1',
    status: known
      ? { authenticated: true, user, audiences }
      : { user: {}, error },
  };
}
