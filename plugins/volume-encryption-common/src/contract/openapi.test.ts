import { openApiDocument } from './openapiDocument.generated';

const documented: { paths?: Record<string, Record<string, object>> } =
  openApiDocument;

it('every operation says how it is refused', () => {
  const operations = Object.values(documented.paths ?? {}).flatMap(path =>
    Object.values(path),
  );
  expect(operations.length).toBeGreaterThan(0);
  for (const operation of operations) {
    expect(operation).toMatchObject({
      responses: { default: { $ref: '#/components/responses/Error' } },
    });
  }
});
