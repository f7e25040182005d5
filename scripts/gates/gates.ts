import type { FileFigures } from './measureFile';

/** A rule of form: its figure, its limit, and where to look when broken. */
export interface Gate {
  name: string;
  figure: number;
  limit: number;
  places: string[];
}

const forbiddenNames = /(^|\/)(utils?|helpers?|managers?|misc)(\.tsx?|\/|$)/i;

/** The rules of form over the figures of all source files. */
export function gates(files: FileFigures[]): Gate[] {
  return [...fileGates(files), ...functionGates(files), ...typeGates(files)];
}

function fileGates(files: FileFigures[]): Gate[] {
  const lines = files.map(file => file.lines);
  const longest = [...files]
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 10)
    .map(file => `${file.file}: ${file.lines}`);
  const badNames = files
    .map(file => file.file)
    .filter(file => forbiddenNames.test(file));
  return [
    {
      name: 'lines per file, median',
      figure: percentile(lines, 0.5),
      limit: 80,
      places: [],
    },
    {
      name: 'lines per file, 95th percentile',
      figure: percentile(lines, 0.95),
      limit: 200,
      places: longest,
    },
    {
      name: 'lines per file, longest',
      figure: Math.max(...lines),
      limit: 300,
      places: longest,
    },
    {
      name: 'file and folder names that say nothing',
      figure: badNames.length,
      limit: 0,
      places: badNames,
    },
  ];
}

function functionGates(files: FileFigures[]): Gate[] {
  const functions = files
    .flatMap(({ file, functions: all }) => all.map(fn => ({ ...fn, file })))
    .sort((a, b) => b.lines - a.lines);
  const wide = functions.filter(fn => fn.parameters > 3);
  return [
    {
      name: 'lines per function, 95th percentile',
      figure: percentile(
        functions.map(fn => fn.lines),
        0.95,
      ),
      limit: 40,
      places: functions
        .slice(0, 15)
        .map(fn => `${fn.file} ${fn.name}: ${fn.lines}`),
    },
    {
      name: 'functions of more than 3 parameters',
      figure: wide.length,
      limit: 0,
      places: wide.map(fn => `${fn.file} ${fn.name}`),
    },
  ];
}

function typeGates(files: FileFigures[]): Gate[] {
  const total = files.reduce((sum, file) => sum + file.lines, 0);
  const all = (pick: (file: FileFigures) => number[]) =>
    files.flatMap(file => pick(file).map(line => `${file.file}:${line}`));
  const anys = all(file => file.anys);
  const assertions = all(file => file.assertions);
  const casts = all(file => file.casts);
  return [
    { name: 'any', figure: anys.length, limit: 0, places: anys },
    {
      name: 'non-null assertions',
      figure: assertions.length,
      limit: 0,
      places: assertions,
    },
    {
      name: 'casts per 1,000 lines',
      figure: Math.round((casts.length * 10_000) / total) / 10,
      limit: 2,
      places: casts,
    },
  ];
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
