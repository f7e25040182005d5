import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { kmsTypeOptions } from 'backstage-plugin-volume-encryption-common';
import { parse } from 'yaml';
import { createActions } from '../actions/createActions';
import { fakeService } from '../__testUtils__/fakeService';

// eslint-disable-next-line no-restricted-syntax
const root = path.resolve(__dirname, '../../../..');
const folder = path.join(root, 'templates');
const names = readdirSync(folder);

interface Step {
  id: string;
  action: string;
  input: Record<string, unknown>;
}

const read = (file: string) => readFileSync(file, 'utf8');
const fileOf = (name: string) => path.join(folder, name, 'template.yaml');

function stepsOf(name: string): Step[] {
  return parse(read(fileOf(name))).spec.steps;
}

/** The ids of the template fields of the form, wherever they branch. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema &&
    typeof schema.properties === 'object' &&
    schema.properties !== null
      ? Object.keys(schema.properties)
      : [];
  return [...own, ...Object.values(schema).flatMap(fieldsOf)];
}

const actions: TemplateAction[] = createActions({ service: fakeService({}) });

function schemaOf(id: string, side: 'input' | 'output') {
  const action = actions.find(it => it.id === id);
  if (!action) throw new Error(`There is no action ${id}`);
  const { properties = {}, required = [] } = action.schema?.[side] ?? {};
  return { properties: Object.keys(properties), required: [required].flat() };
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups);

it.each([...kmsTypeOptions])(
  'the form of a KMS connection has the options of type %s',
  (kmsType, { read: options, required }) => {
    const branches: Record<string, unknown>[] = parse(
      read(fileOf('kms-connection')),
    ).spec.parameters[1].dependencies.style.oneOf[0].properties.options
      .dependencies.encryptionKMSType.oneOf;
    const branch = Object(
      branches.find(({ properties }) =>
        Object(properties).encryptionKMSType.enum.includes(kmsType),
      ),
    );
    const { encryptionKMSType, ...fields } = branch.properties;
    expect(Object.keys(fields).sort()).toEqual([...options].sort());
    const address = options.includes('vaultAddress') ? ['vaultAddress'] : [];
    expect(branch.required ?? []).toEqual([...address, ...required]);
  },
);

it.each(['tenant-renew', 'tenant-rotate'])(
  '%s looks at the very credential that it was asked for',
  name => {
    const input = stepsOf(name).find(({ id }) => id === 'inspect')?.input;
    for (const key of ['cluster', 'namespace', 'custody', 'kms']) {
      expect(input).toHaveProperty(key, `\${{ parameters.tenant.${key} }}`);
    }
  },
);

it.each(names)(
  '%s names no part of the form that it does not use again',
  name => {
    const text = read(fileOf(name));
    const used = matches(text, /: \*(\w+)/g).flat();
    const named = matches(text, /&(\w+) \{/g).flat();
    expect(named.filter(it => !used.includes(it))).toEqual([]);
  },
);

describe.each(names)('the template %s', name => {
  it('gives each action what it needs, and nothing that it does not know', () => {
    for (const { action, input } of stepsOf(name)) {
      const { properties, required } = schemaOf(action, 'input');
      expect(properties).toEqual(expect.arrayContaining(Object.keys(input)));
      expect(Object.keys(input)).toEqual(expect.arrayContaining(required));
    }
  });

  it('offers to plan only, and says when nothing was changed', () => {
    const { spec } = parse(read(fileOf(name)));
    const [first] = Object.entries(spec.parameters[0].properties);
    expect(first).toEqual([
      'planOnly',
      expect.objectContaining({ default: false }),
    ]);
    const changing = stepsOf(name).filter(({ action }) =>
      schemaOf(action, 'input').properties.includes('planOnly'),
    );
    expect(changing).not.toEqual([]);
    for (const { input } of changing) {
      expect(input.planOnly).toBe('${{ parameters.planOnly }}');
    }
    expect(spec.output.text[0]).toMatchObject({
      title: 'The plan',
      content: expect.stringContaining('.output.report'),
    });
    expect(spec.output.links).not.toEqual([]);
  });

  it('uses only fields that its form has', () => {
    const text = read(fileOf(name));
    const fields = fieldsOf(parse(text).spec.parameters);
    const used = matches(text, /parameters\.(\w+)/g).flat();
    expect(used).not.toEqual([]);
    expect(fields).toEqual(expect.arrayContaining(used));
  });

  it('uses only what its steps put out', () => {
    const steps = stepsOf(name);
    const used = matches(read(fileOf(name)), /steps\.(\w+)\.output\.(\w+)/g);
    for (const [id, output] of used) {
      const step = steps.find(it => it.id === id);
      const { properties } = schemaOf(step?.action ?? id, 'output');
      expect(properties).toContain(output);
    }
  });

  it('is in the example portal', () => {
    const { catalog } = parse(read(path.join(root, 'app-config.yaml')));
    expect(catalog.locations).toContainEqual({
      type: 'file',
      target: `../../templates/${name}/template.yaml`,
    });
  });
});
