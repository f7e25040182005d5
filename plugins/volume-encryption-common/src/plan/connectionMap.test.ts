import { entryChange } from './connectionMap';
import { connectionStateOf, FROM_FILE, mapOf } from './testConnectionState';

const entry = { encryptionKMSType: 'vaulttokens', vaultAddress: 'https://a' };

function inFile(text: string | undefined) {
  const data = text === undefined ? {} : { 'config.json': text };
  return connectionStateOf({ source: FROM_FILE, configMap: mapOf(data) });
}

it('puts an entry into a data key of its own', () => {
  const state = connectionStateOf({ configMap: mapOf({ b: 'as it is' }) });
  expect(entryChange('a', entry, state)).toEqual({
    key: 'a',
    before: undefined,
    after: JSON.stringify(entry),
  });
});

it('takes a data key away', () => {
  const state = connectionStateOf({ configMap: mapOf({ a: '{}' }) });
  expect(entryChange('a', undefined, state)).toEqual({
    key: 'a',
    before: '{}',
    after: null,
  });
});

it('leaves a text that means the same', () => {
  const { vaultAddress, encryptionKMSType } = entry;
  const text = JSON.stringify({ vaultAddress, encryptionKMSType }, null, 4);
  const state = connectionStateOf({ configMap: mapOf({ a: text }) });
  expect(entryChange('a', entry, state).after).toBe(text);
});

it('takes no inherited name for an entry', () => {
  const state = connectionStateOf({ configMap: mapOf({}) });
  expect(entryChange('toString', entry, state).before).toBeUndefined();
  const { after } = entryChange('__proto__', entry, inFile('{}'));
  expect(after).toContain('"__proto__"');
});

describe('a mounted file', () => {
  const file = `{
    "z": { "vaultAddress": "https://z" },
    "a": { "old": true },
    "text": "no object"
}
`;

  it('keeps order, indentation and all other entries', () => {
    expect(entryChange('a', entry, inFile(file))).toEqual({
      key: 'config.json',
      before: file,
      after: `{
    "z": {
        "vaultAddress": "https://z"
    },
    "a": {
        "encryptionKMSType": "vaulttokens",
        "vaultAddress": "https://a"
    },
    "text": "no object"
}
`,
    });
  });

  it('gets a new entry at its end', () => {
    const { after } = entryChange('b', entry, inFile('{"a":{}}'));
    expect(after).toBe(`{"a":{},"b":${JSON.stringify(entry)}}`);
  });

  it('loses one entry', () => {
    const { after } = entryChange('a', undefined, inFile(file));
    expect(JSON.parse(after ?? '')).toEqual({
      z: { vaultAddress: 'https://z' },
      text: 'no object',
    });
  });

  it('stays byte for byte when nothing changes', () => {
    const text = `{ "a" :${JSON.stringify(entry)} }`;
    expect(entryChange('a', entry, inFile(text)).after).toBe(text);
  });

  it('is begun', () => {
    const { before, after } = entryChange('a', entry, inFile(undefined));
    expect(before).toBeUndefined();
    expect(JSON.parse(after ?? '')).toEqual({ a: entry });
  });

  it.each(['{', '[]', 'null', ''])('is left alone when it is %j', text => {
    expect(() => entryChange('a', entry, inFile(text))).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
  });
});
