import type ts from "typescript";
import type { CodePlace } from "../use.js";

const LONGEST = 160;

/** Returns a stretch of a file as a place, with the line that it begins on. */
export function placeAt(file: ts.SourceFile, start: number, end: number): CodePlace {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const starts = file.getLineStarts();
  const text = file.text.slice(starts[line] ?? 0, starts[line + 1] ?? file.text.length).trim();
  const code = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return { file: file.fileName, start, end, line: line + 1, column: character + 1, code };
}

/** Returns a node's place, without the comments before it. */
export function placeOf(node: ts.Node): CodePlace {
  const file = node.getSourceFile();
  return placeAt(file, node.getStart(file), node.end);
}
