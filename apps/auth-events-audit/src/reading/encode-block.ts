import { Buffer } from "node:buffer";
import { cutText } from "./cut-text.js";
import {
  COMPROMISED,
  type EncodedBlock,
  OWN_TEXT_COLUMNS,
  readOwnTexts,
  readTexts,
  TEXT_COLUMNS,
} from "./event-columns.js";
import { OVERLONG, parseLine } from "./parse-line.js";
import type { Block } from "./read-blocks.js";
import { type AuditedEvent, type Content, readContent } from "./read-content.js";

/** What the lines of a block may take from where they stand. */
export interface EncodeOptions {
  /** Whose the events are that do not say. */
  readonly username?: string | undefined;
}

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Parses and checks the lines of a block. */
export function encodeBlock(block: Omit<Block, "end">, options: EncodeOptions = {}): EncodedBlock {
  const encoder = new BlockEncoder(options.username);
  if (block.isOverlong) {
    encoder.addProblems([OVERLONG]);
    return encoder.encode(1);
  }
  const { bytes } = block;
  let start = block.start === 0 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  let lines = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    encoder.addLine(lines, bytes.subarray(start, end));
    lines++;
    start = end + 1;
  }
  return encoder.encode(lines);
}

/** Turns content that came without lines, such as a page of the service, into a block of one line. */
export function encodeContent(content: Content): EncodedBlock {
  const encoder = new BlockEncoder(undefined);
  encoder.addContent(0, content);
  return encoder.encode(1);
}

class BlockEncoder {
  readonly #username: string | undefined;
  readonly #indices = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #lastTexts: (string | undefined)[] = TEXT_COLUMNS.map(() => undefined);
  readonly #lastIndices: number[] = TEXT_COLUMNS.map(() => 0);
  readonly #events = {
    lines: [] as number[],
    positions: [] as number[],
    texts: TEXT_COLUMNS.map((): number[] => []),
    compromised: [] as number[],
    times: [] as number[],
    feedbackTimes: [] as number[],
    ownTexts: OWN_TEXT_COLUMNS.map((): string[] => []),
  };
  readonly #drift = {
    lines: [] as number[],
    positions: [] as number[],
    texts: [[], [], []] as number[][],
  };
  readonly #rejects = { lines: [] as number[], reasons: [] as string[] };
  #units = 0;
  #broken = 0;
  #fullLists = 0;

  constructor(username: string | undefined) {
    this.#username = username;
  }

  addLine(line: number, bytes: Buffer): void {
    const parsed = parseLine(bytes);
    if (parsed.kind === "empty") return;
    if (parsed.kind === "value") this.addContent(line, readContent(parsed.value, this.#username));
    else this.addProblems([parsed.message], line);
  }

  addContent(line: number, { events, drift, fullLists, problems }: Content): void {
    for (const event of events) this.#addEvent(line, event);
    for (const { position, path, kind, value } of drift) {
      this.#drift.lines.push(line);
      this.#drift.positions.push(position);
      [path, kind, value === undefined ? undefined : String(value)].forEach((text, column) => {
        this.#drift.texts[column]?.push(this.#indexOf(text));
      });
    }
    this.#fullLists += fullLists;
    this.addProblems(problems, line);
  }

  /** Counts a line, and what is wrong with it. */
  addProblems(problems: readonly string[], line = 0): void {
    this.#units++;
    if (problems.length > 0) this.#broken++;
    for (const problem of problems) {
      this.#rejects.lines.push(line);
      this.#rejects.reasons.push(cutText(problem));
    }
  }

  encode(lines: number): EncodedBlock {
    const { texts, ownTexts, ...events } = this.#events;
    return {
      lines,
      units: this.#units,
      broken: this.#broken,
      fullLists: this.#fullLists,
      events: {
        count: events.lines.length,
        lines: new Int32Array(events.lines),
        positions: new Int32Array(events.positions),
        texts: texts.map((column) => new Int32Array(column)),
        compromised: new Int32Array(events.compromised),
        times: new Float64Array(events.times),
        feedbackTimes: new Float64Array(events.feedbackTimes),
        ownTexts,
      },
      drift: {
        count: this.#drift.lines.length,
        lines: new Int32Array(this.#drift.lines),
        positions: new Int32Array(this.#drift.positions),
        texts: this.#drift.texts.map((column) => new Int32Array(column)),
      },
      rejects: this.#rejects,
      texts: this.#texts,
    };
  }

  #addEvent(line: number, event: AuditedEvent): void {
    const { lines, positions, compromised, times, feedbackTimes, texts, ownTexts } = this.#events;
    lines.push(line);
    positions.push(event.position);
    compromised.push(encodeFlag(event.event.EventRisk?.CompromisedCredentialsDetected));
    times.push(toKeptTime(event.time));
    feedbackTimes.push(toKeptTime(event.feedbackTime));
    const shared = readTexts(event);
    for (let column = 0; column < shared.length; column++) {
      texts[column]?.push(this.#indexOfNext(column, shared[column]));
    }
    const own = readOwnTexts(event);
    for (let column = 0; column < own.length; column++) ownTexts[column]?.push(cutText(own[column] ?? ""));
  }

  /** Most events have the text of the event before them: to compare it takes a fifth of looking it up. */
  #indexOfNext(column: number, text: string | undefined): number {
    if (text === undefined) return 0;
    if (text === this.#lastTexts[column]) return this.#lastIndices[column] ?? 0;
    const index = this.#indexOf(text);
    this.#lastTexts[column] = text;
    this.#lastIndices[column] = index;
    return index;
  }

  #indexOf(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    const index = this.#texts.push(cutText(text));
    this.#indices.set(text, index);
    return index;
  }
}

function encodeFlag(flag: boolean | undefined): number {
  if (flag === undefined) return COMPROMISED.unknown;
  return flag ? COMPROMISED.yes : COMPROMISED.no;
}

/** The years 1 to 9999, which is what ISO text and databases can say. */
const FIRST_TIME = Date.parse("0001-01-01T00:00:00Z");
const LAST_TIME = Date.parse("9999-12-31T23:59:59.999Z");

function toKeptTime(time: number | undefined): number {
  return time !== undefined && time >= FIRST_TIME && time <= LAST_TIME ? time : Number.NaN;
}
