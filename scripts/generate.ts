/**
 * Writes the two files generated from the OpenAPI document: the types that
 * client and server share, and the document itself as a module for the server.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

export const contractFolder = path.resolve(
  __dirname,
  '../plugins/volume-encryption-common/src/contract',
);
const banner = '// Generated from openapi.yaml by `npm run generate`.\n';

/** The generated files, by their path relative to the contract folder. */
export async function generateContract(): Promise<Record<string, string>> {
  const source = await readFile(
    path.join(contractFolder, 'openapi.yaml'),
    'utf8',
  );
  const document: unknown = parse(source);
  const types = asPublicApi(astToString(await openapiTypescript(source)));
  return {
    'openapiTypes.generated.ts': `${banner}${types}`,
    'openapiDocument.generated.ts': `${banner}/** The HTTP contract, for servers to validate by. @public */\nexport const openApiDocument: object = ${JSON.stringify(
      document,
      undefined,
      2,
    )};\n`,
  };
}

/** The types with the comments that an API report understands (TSDoc). */
function asPublicApi(types: string): string {
  return types
    .replace(/@description /g, '')
    .replace(/@default /g, '@defaultValue ')
    .replace(/^ *(\/\*\* @enum \{string\} \*\/|\* @enum \{string\})\n/gm, '')
    .replace(
      'export interface components ',
      '/** The shapes of the HTTP contract, as in openapi.yaml. @public */\n$&',
    );
}

export async function writeContract(): Promise<void> {
  for (const [name, text] of Object.entries(await generateContract())) {
    await writeFile(path.join(contractFolder, name), text);
  }
}

if (require.main === module) {
  writeContract();
}
