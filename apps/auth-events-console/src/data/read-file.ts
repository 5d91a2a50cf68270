import type { ReadEvents } from "../events/stored-event.js";
import { readJsonEvents } from "./read-events.js";

/** Some events of a file, and how far the file is read. */
export interface FilePart {
  readonly read: ReadEvents;
  readonly bytes: number;
}

/** A line that is longer holds no event: the service's texts end at 131,072 characters. */
const LINE_LIMIT = 16 * 2 ** 20;

/** Lines whose events are handed over at once: more would keep the page from answering for a moment. */
const STRETCH = 500;

/** Above this size a file has to be JSON lines; one JSON value of that size would not fit in memory. */
const WHOLE_LIMIT = 256 * 2 ** 20;

/**
 * Reads an export: JSON lines, each an event or a page of them, or one JSON value over many lines, which is what the AWS
 * CLI prints. A part comes for each stretch that the browser reads, so that the first events are seen at once.
 */
export async function* readFile(file: Blob): AsyncGenerator<FilePart> {
  const whole = await readWhole(file);
  if (whole) {
    yield { read: whole, bytes: file.size };
    return;
  }
  let number = 0;
  for await (const { lines, bytes } of splitLines(file)) {
    const parts = lines.map((line) => readLine(line, `Line ${++number}`));
    yield {
      read: {
        events: parts.flatMap(({ events }) => events),
        problems: parts.flatMap(({ problems }) => problems),
        drift: parts.flatMap(({ drift }) => drift),
      },
      bytes,
    };
  }
}

const NOTHING: ReadEvents = { events: [], problems: [], drift: [] };

function readLine(line: string, place: string): ReadEvents {
  if (line.trim() === "") return NOTHING;
  if (line.length > LINE_LIMIT)
    return { ...NOTHING, problems: [`${place}: longer than 16 MiB; put each event on its own line`] };
  const value = parseJson(line);
  // The engine's own message quotes the line, and nothing says whether that is sensitive.
  return value === undefined
    ? { ...NOTHING, problems: [`${place}: not JSON`] }
    : readJsonEvents(value.json, place);
}

/** Returns the events of a file that is one JSON value over many lines, or nothing where it is none. */
async function readWhole(file: Blob): Promise<ReadEvents | undefined> {
  if (file.size > WHOLE_LIMIT || !(await opensOverLines(file))) return undefined;
  const text = await new Response(file).text();
  const value = parseJson(text);
  return value && readJsonEvents(value.json, "The file");
}

/** Whether the first line ends inside a value: `[`, `{`, or one of these and what can follow. */
async function opensOverLines(file: Blob): Promise<boolean> {
  const start = await file.slice(0, 4096).text();
  return /^\ufeff?\s*[[{]\s*\n/.test(start);
}

function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

async function* splitLines(file: Blob): AsyncGenerator<{ readonly lines: string[]; readonly bytes: number }> {
  const decoder = new TextDecoder(await findEncoding(file));
  const reader = file.stream().getReader();
  let rest: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    bytes += value?.byteLength ?? 0;
    const pieces = (done ? decoder.decode() : decoder.decode(value, { stream: true })).split("\n");
    rest.push(pieces[0] ?? "");
    // Pieces of a long line are joined once, when it ends: time grows with the file alone.
    if (pieces.length > 1) {
      const lines = [rest.join(""), ...pieces.slice(1, -1)];
      rest = [pieces.at(-1) ?? ""];
      for (let at = 0; at < lines.length; at += STRETCH)
        yield { lines: lines.slice(at, at + STRETCH), bytes };
    }
    if (done) break;
  }
  const last = rest.join("");
  if (last !== "") yield { lines: [last], bytes };
}

/** PowerShell's `>` writes UTF-16. */
async function findEncoding(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
