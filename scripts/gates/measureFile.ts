import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { absolute } from './sourceFiles';

/** What the gates look at in one file. */
export interface FileFigures {
  file: string;
  lines: number;
  functions: { name: string; lines: number; parameters: number }[];
  /** Lines of `any`, of `as` (but `as const`) and of `!`. */
  anys: number[];
  casts: number[];
  assertions: number[];
}

/** Parses one file and counts. */
export function measureFile(file: string): FileFigures {
  const text = readFileSync(absolute(file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const figures: FileFigures = {
    file,
    lines: text.trimEnd().split('\n').length,
    functions: [],
    anys: [],
    casts: [],
    assertions: [],
  };
  const lineOf = (position: number) =>
    source.getLineAndCharacterOfPosition(position).line + 1;

  const visit = (node: ts.Node) => {
    const line = lineOf(node.getStart(source));
    if (node.kind === ts.SyntaxKind.AnyKeyword) figures.anys.push(line);
    if (ts.isNonNullExpression(node)) figures.assertions.push(line);
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) {
      figures.casts.push(line);
    }
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      figures.functions.push({
        name: `${node.name?.getText(source) ?? 'function'}:${line}`,
        lines: lineOf(node.end) - line + 1,
        parameters: node.parameters.length,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return figures;
}
