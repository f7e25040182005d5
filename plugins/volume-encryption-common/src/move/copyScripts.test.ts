import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testClaim } from '../kubernetes/testObjects';
import { copyJob } from './copyJob';

// Each runs several programs, on a machine that may be busy.
jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;

let folder: string;
let source: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'copy-'));
  source = path.join(folder, 'source');
  target = path.join(folder, 'target');
  mkdirSync(source);
  mkdirSync(target);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The script as the Job runs it. */
function scriptOf(volumeMode: 'Filesystem' | 'Block'): string {
  const job = copyJob({
    ...{ from: testClaim({ volumeMode }), to: 'data-encrypted' },
    ...{ kubernetesId: 'shop', image: 'x' },
  });
  const [{ command }] = Object(job.spec).template.spec.containers;
  return command[2];
}

/** Runs it on two paths; `meanwhile` is a line of it before both are read again. */
function run(
  script: string,
  its: { meanwhile?: string; bin?: string; uid?: number } = {},
) {
  const { meanwhile, bin = '', uid } = its;
  const text = meanwhile
    ? script.replace(/^echo "Reading/m, line => `${meanwhile}\n${line}`)
    : script;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', text], {
    env: {
      PATH: `${bin}:/usr/bin:/bin:/usr/sbin`,
      SOURCE: source,
      TARGET: target,
    },
    encoding: 'utf8',
    uid,
    gid: uid,
  });
  return { status, stdout, stderr };
}

const inSource = (name: string) => path.join(source, name);
const inTarget = (name: string) => path.join(target, name);

/** Names, kinds and owners that a volume of years has. */
function fillSource() {
  mkdirSync(inSource('folder/sub'), { recursive: true });
  mkdirSync(inSource('lost+found'));
  mkdirSync(inSource('folder/lost+found'));
  writeFileSync(inSource('lost+found/#12'), 'of the file system');
  writeFileSync(inSource('folder/lost+found/kept'), 'of somebody');
  writeFileSync(inSource('folder/one'), 'hello');
  linkSync(inSource('folder/one'), inSource('folder/sub/also one'));
  symlinkSync('../nowhere', inSource('dangling'));
  for (const name of [
    '-rf',
    'new\nline',
    ' * ? "\' \\',
    '$(touch pwned)',
    'ünï',
  ]) {
    writeFileSync(inSource(name), name);
  }
  writeFileSync(inSource('holes'), '');
  truncateSync(inSource('holes'), 4 * 1024 ** 2);
  execFileSync('mkfifo', [inSource('fifo')]);
  chmodSync(inSource('-rf'), 0o4710);
  chmodSync(source, 0o700);
  if (isRoot) {
    chownSync(inSource('folder/one'), 1234, 5678);
    chownSync(source, 999, 998);
  }
  utimesSync(inSource('folder/sub'), 1, 1234567890.123);
}

/** In Python, which can set what no command of every system can. */
const ATTRIBUTES = {
  '"user.k"': 'b"v\\0w"',
  // One user more may read it (linux include/uapi/linux/posix_acl_xattr.h).
  '"system.posix_acl_access"':
    'struct.pack("<I" + "HHI" * 5, 2, 1, 6, 2**32 - 1, 2, 4, 1234, 4, 4, 2**32 - 1, 16, 4, 2**32 - 1, 32, 0, 2**32 - 1)',
  // cap_net_bind_service (linux include/uapi/linux/capability.h).
  '"security.capability"': 'struct.pack("<5I", 0x02000001, 1 << 10, 0, 0, 0)',
};

function python(line: string, at: string): boolean {
  const script = `import os, struct, sys; at = sys.argv[1]; ${line}`;
  return spawnSync('python3', ['-c', script, at]).status === 0;
}

describe('the script for files', () => {
  const script = scriptOf('Filesystem');

  it('copies all that is there, and verifies it', () => {
    fillSource();
    const { status, stdout } = run(script);
    expect(stdout).toMatch(/VERIFIED: \d+ files and folders .* sha256 \w{64}/);
    expect(status).toBe(0);
    expect(readdirSync(target).sort()).toEqual(
      readdirSync(source)
        .filter(name => name !== 'lost+found')
        .sort(),
    );
    expect(readFileSync(inTarget('new\nline'), 'utf8')).toBe('new\nline');
    expect(readdirSync(inTarget('folder/lost+found'))).toEqual(['kept']);
    const one = statSync(inTarget('folder/one'));
    expect(one.nlink).toBe(2);
    expect(one.ino).toBe(statSync(inTarget('folder/sub/also one')).ino);
    expect([one.uid, one.gid]).toEqual(
      isRoot ? [1234, 5678] : [process.getuid?.(), process.getgid?.()],
    );
    expect(statSync(inTarget('-rf')).mode).toBe(statSync(inSource('-rf')).mode);
    expect(statSync(inTarget('holes')).blocks).toBe(0);
    const when = (at: string) => statSync(at, { bigint: true }).mtimeNs;
    expect(when(inTarget('folder/sub'))).toBe(when(inSource('folder/sub')));
    expect(when(target)).toBe(when(source));
    expect(statSync(target)).toMatchObject({
      mode: statSync(source).mode,
      uid: statSync(source).uid,
    });
  });

  it('copies an empty volume, and one of a user who is not root', () => {
    expect(run(script)).toMatchObject({ status: 0 });
    if (!isRoot) return;
    const uid = 65534;
    rmSync(inTarget('.volume-encryption-copy-unfinished'), { force: true });
    for (const at of [folder, source, target]) chmodSync(at, 0o777);
    writeFileSync(inSource('mine'), 'mine');
    chownSync(inSource('mine'), uid, uid);
    expect(run(script, { uid })).toMatchObject({ status: 0, stderr: '' });
    expect(statSync(inTarget('mine')).uid).toBe(uid);
  });

  it('fails for a user who may not keep the owners', () => {
    if (!isRoot) return;
    for (const at of [folder, source, target]) chmodSync(at, 0o777);
    writeFileSync(inSource('of root'), '');
    const { status, stdout } = run(script, { uid: 65534 });
    expect(status).not.toBe(0);
    expect(stdout).not.toContain('VERIFIED:');
  });

  it.each([
    [
      'content, of the same length and time',
      'f=$SOURCE/folder/one; t=$(mktemp); touch -r "$f" "$t"; printf HELLO > "$f"; touch -r "$t" "$f"; rm "$t"',
    ],
    ['a file more', 'touch "$SOURCE/more"'],
    ['a file less', 'rm "$SOURCE/-rf"'],
    ['a mode', 'chmod 600 "$SOURCE/folder/one"'],
    ['a time', 'touch -d 2001-01-01 "$SOURCE/folder/one"'],
    [
      'a hard link that is a copy now',
      'cd "$SOURCE/folder"; cp -a one two; mv two one; cd /',
    ],
    ['a symbolic link', 'ln -sfn elsewhere "$SOURCE/dangling"'],
    ['what is on the new volume', 'printf x >> "$TARGET/folder/one"'],
  ])('is not verified when this changes in between: %s', (_, meanwhile) => {
    fillSource();
    const { status, stdout } = run(script, { meanwhile });
    expect(status).toBe(1);
    expect(stdout).toContain('NOT VERIFIED');
    expect(stdout).not.toMatch(/^VERIFIED/m);
  });

  it.each(Object.entries(ATTRIBUTES))(
    'takes along %s, and finds one that is missing',
    (name, value) => {
      fillSource();
      const file = inSource('folder/one');
      // Not every file system has them, and not every user may set them.
      if (!python(`os.setxattr(at, ${name}, ${value})`, file)) return;
      expect(run(script).status).toBe(0);
      const same = `assert os.getxattr(at, ${name}) == ${value}`;
      expect(python(same, inTarget('folder/one'))).toBe(true);
      rmSync(target, { recursive: true });
      mkdirSync(target);
      const meanwhile = `python3 -c 'import os; os.removexattr("${file}", ${name})'`;
      expect(run(script, { meanwhile }).status).toBe(1);
    },
  );

  it('goes on with an unfinished copy, and never writes over a finished one', () => {
    fillSource();
    expect(run(script, { meanwhile: 'exit 9' }).status).toBe(9);
    expect(run(script).status).toBe(0);
    writeFileSync(inTarget('folder/one'), 'newer, by the application');
    const again = run(script);
    expect(again.status).toBe(1);
    expect(again.stdout).toContain('holds data already');
    expect(readFileSync(inTarget('folder/one'), 'utf8')).toContain('newer');
  });
});

describe('the script for block volumes', () => {
  const script = scriptOf('Block');
  // Files stand for the devices, whose size another command tells.
  let bin: string;
  beforeEach(() => {
    bin = path.join(folder, 'bin');
    mkdirSync(bin);
    const blockdev = path.join(bin, 'blockdev');
    writeFileSync(blockdev, '#!/bin/sh\nexec stat -c %s "$2"\n');
    chmodSync(blockdev, 0o755);
    source = path.join(folder, 'old');
    target = path.join(folder, 'new');
    writeFileSync(source, Buffer.alloc(5_000_001, 'old'));
  });

  it('copies every byte to a larger device, and compares them', () => {
    writeFileSync(target, Buffer.alloc(6_000_000, 'noise'));
    const { status, stdout } = run(script, { bin });
    expect(stdout).toContain('VERIFIED: the 5000001 bytes');
    expect(status).toBe(0);
    const written = readFileSync(target).subarray(0, 5_000_001);
    expect(written.equals(readFileSync(source))).toBe(true);
  });

  it('copies nothing to a smaller one', () => {
    writeFileSync(target, Buffer.alloc(5_000_000, 'noise'));
    const { status, stdout } = run(script, { bin });
    expect([status, stdout]).toEqual([1, expect.stringContaining('larger')]);
    expect(readFileSync(target).includes('old')).toBe(false);
  });

  it('is not verified when a byte changes in between', () => {
    writeFileSync(target, Buffer.alloc(5_000_001));
    const meanwhile =
      'printf x | dd of="$SOURCE" seek=4000000 bs=1 conv=notrunc status=none';
    const { status, stdout } = run(script, { bin, meanwhile });
    expect([status, stdout]).toEqual([1, expect.stringContaining('NOT VERI')]);
  });
});
