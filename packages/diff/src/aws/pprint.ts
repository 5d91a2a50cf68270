import { unreachable } from "@shapelog/model";
import type { AwsEntry, AwsValue } from "./aws-value.js";
import { countCodePoints, printPythonString } from "./python-repr.js";

const WIDTH = 80;

/** Where a value is printed. */
interface Spot {
  /** The column it begins at. */
  readonly indent: number;
  /** The columns that closing brackets and commas need after it. */
  readonly allowance: number;
  /** How many values it stands in. */
  readonly level: number;
}

/** Returns a value as Python's `pprint.pformat` prints it, 80 columns wide; sets, too, are sorted where they fit. */
export function pprint(value: AwsValue): string {
  return print(value, { indent: 0, allowance: 0, level: 0 });
}

function print(value: AwsValue, spot: Spot): string {
  const { indent, allowance, level } = spot;
  const room = WIDTH - indent - allowance;
  const line = printLine(value, room);
  if (line !== undefined) return line;
  const inside: Spot = { indent: indent + 1, allowance: allowance + 1, level: level + 1 };
  switch (value.kind) {
    case "recursion":
      return "()";
    case "word":
      return printLongString(value.text, { ...spot, level: level + 1 });
    case "list":
      return `[${print(value.item, inside)}]`;
    case "set":
      return `{${printItems(value.values, inside, (text, each) => print({ kind: "word", text }, each))}}`;
    case "dict":
      return `{${printItems(value.entries, inside, printEntry)}}`;
    default:
      return unreachable(value);
  }
}

function printEntry({ key, value }: AwsEntry, spot: Spot): string {
  const name = `${printPythonString(key)}: `;
  return name + print(value, { ...spot, indent: spot.indent + countCodePoints(name) });
}

/** Prints parts below each other. After all but the last, only a comma needs room. */
function printItems<Part>(
  parts: readonly Part[],
  spot: Spot,
  printPart: (part: Part, spot: Spot) => string,
): string {
  return parts
    .map((part, index) => printPart(part, index === parts.length - 1 ? spot : { ...spot, allowance: 1 }))
    .join(`,\n${" ".repeat(spot.indent)}`);
}

/** Returns a value on one line, or `undefined` where it needs more columns than there are. */
function printLine(value: AwsValue, room: number): string | undefined {
  const line = room < 2 ? undefined : printFlat(value, room);
  return line !== undefined && countCodePoints(line) <= room ? line : undefined;
}

/** Gives up as soon as the line is too long: a deep value is asked at each of its levels. */
function printFlat(value: AwsValue, room: number): string | undefined {
  switch (value.kind) {
    case "recursion":
      return "()";
    case "word":
      return printPythonString(value.text);
    case "list": {
      const item = printFlat(value.item, room);
      return item === undefined ? undefined : `[${item}]`;
    }
    case "set":
      return value.values.length === 0
        ? "set()"
        : joinFlat(value.values, room, (text) => printPythonString(text));
    case "dict":
      return joinFlat(value.entries, room, (entry) => {
        const printed = printFlat(entry.value, room);
        return printed === undefined ? undefined : `${printPythonString(entry.key)}: ${printed}`;
      });
    default:
      return unreachable(value);
  }
}

function joinFlat<Part>(
  parts: readonly Part[],
  room: number,
  printPart: (part: Part) => string | undefined,
): string | undefined {
  const printed: string[] = [];
  let length = 2;
  for (const part of parts) {
    const text = printPart(part);
    if (text === undefined) return undefined;
    printed.push(text);
    // A line of more than twice as many code units has more code points than there is room for.
    length += text.length;
    if (length > 2 * room) return undefined;
  }
  return `{${printed.join(", ")}}`;
}

/** Breaks a string too long for its line after white space, into strings below each other. */
function printLongString(text: string, { indent, allowance, level }: Spot): string {
  if (text === "") return "''";
  const outer = level === 1;
  const column = indent + (outer ? 1 : 0);
  const reserved = allowance + (outer ? 1 : 0);
  const width = WIDTH - column;
  const lines = splitLines(text);
  const chunks = lines.flatMap((line, index) =>
    breakLine(line, width, index === lines.length - 1 ? reserved : 0),
  );
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return printPythonString(text);
  const printed = chunks.join(`\n${" ".repeat(column)}`);
  return outer ? `(${printed})` : printed;
}

function breakLine(line: string, width: number, reserved: number): string[] {
  const whole = printPythonString(line);
  if (countCodePoints(whole) <= width - reserved) return [whole];
  const parts = line.match(/\S+\s*|\s+/gu) ?? [];
  const chunks: string[] = [];
  let current = "";
  for (const [index, part] of parts.entries()) {
    const room = index === parts.length - 1 ? width - reserved : width;
    if (countCodePoints(printPythonString(current + part)) > room) {
      if (current !== "") chunks.push(printPythonString(current));
      current = part;
    } else current += part;
  }
  if (current !== "") chunks.push(printPythonString(current));
  return chunks;
}

/** Splits after line ends, as Python's `str.splitlines` does. */
function splitLines(text: string): string[] {
  return text.split(/(?<=\r\n|\r(?!\n)|[\n\v\f\x85\u2028\u2029])/u).filter((line) => line !== "");
}
