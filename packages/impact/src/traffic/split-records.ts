/** A piece of a stream: a record's text, or something too long to be one. */
export type TrafficPiece =
  | { readonly kind: "record"; readonly text: string }
  | { readonly kind: "too-long"; readonly start: string };

/** An event of CloudTrail has 256 KB at most. */
const MOST_CHARACTERS = 1024 * 1024;
/** What is kept of something too long. */
const SHOWN = 80;

/** How a file of CloudTrail begins, but for white space: one object that has all records. */
const CONTAINER = '{"Records":[';

type Mode = "start" | "line" | "between" | "object" | "end";

/**
 * Splits a stream into records, one after the other, and holds no more of it than one record: lines, and the objects of
 * CloudTrail's `{"Records":[…]}`, of which several may follow each other.
 */
export async function* splitRecords(chunks: AsyncIterable<string>): AsyncGenerator<TrafficPiece> {
  const splitter = new Splitter();
  for await (const chunk of chunks) yield* splitter.take(chunk);
  yield* splitter.finish();
}

/** What was read of the record that is being read. */
class Splitter {
  private mode: Mode = "start";
  private text = "";
  private isTooLong = false;
  private depth = 0;
  private inString = false;
  private isEscaped = false;

  *take(chunk: string): Generator<TrafficPiece> {
    for (let at = 0; at < chunk.length; ) {
      if (this.mode === "start") {
        at = this.readStart(chunk, at);
        yield* this.splitLines();
      } else if (this.mode === "line") {
        const end = chunk.indexOf("\n", at);
        this.add(chunk.slice(at, end === -1 ? chunk.length : end));
        at = end === -1 ? chunk.length : end + 1;
        if (end !== -1) yield* this.close("start");
      } else if (this.mode === "object") {
        const end = this.findEnd(chunk, at);
        this.add(chunk.slice(at, end));
        at = end;
        if (this.depth === 0) yield* this.close("between");
      } else at = this.readBetween(chunk, at);
    }
  }

  *finish(): Generator<TrafficPiece> {
    if (this.text.trim() !== "") yield* this.close("start");
  }

  /** Looks at the beginning of a line until it is known whether it opens a file of records. */
  private readStart(chunk: string, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      this.text += chunk[at];
      const compact = this.text.replaceAll(/\s+/g, "");
      if (compact === "" && chunk[at] === "\n") this.text = "";
      else if (compact === CONTAINER) {
        this.text = "";
        this.mode = "between";
        return at + 1;
      } else if (!CONTAINER.startsWith(compact) || this.text.length > SHOWN) {
        this.mode = "line";
        return at + 1;
      }
    }
    return chunk.length;
  }

  /** What looked like the beginning of a file may have been lines. */
  private *splitLines(): Generator<TrafficPiece> {
    const end = this.mode === "line" ? this.text.indexOf("\n") : -1;
    if (end === -1) return;
    const rest = this.text.slice(end + 1);
    this.text = this.text.slice(0, end);
    yield* this.close("start");
    yield* this.take(rest);
  }

  private readBetween(chunk: string, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const character = chunk[at] ?? "";
      if (this.mode === "end") {
        if (character !== "}") continue;
        this.mode = "start";
        return at + 1;
      }
      if (character === "]") this.mode = "end";
      else if (!/[\s,]/.test(character)) {
        this.mode = character === "{" ? "object" : "line";
        return at;
      }
    }
    return chunk.length;
  }

  /** Returns where the object ends, or the chunk. */
  private findEnd(chunk: string, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const character = chunk[at];
      if (this.isEscaped) this.isEscaped = false;
      else if (this.inString) {
        if (character === "\\") this.isEscaped = true;
        else if (character === '"') this.inString = false;
      } else if (character === '"') this.inString = true;
      else if (character === "{") this.depth++;
      else if (character === "}" && --this.depth === 0) return at + 1;
    }
    return chunk.length;
  }

  private add(text: string): void {
    if (this.isTooLong) return;
    this.text += text;
    if (this.text.length <= MOST_CHARACTERS) return;
    this.isTooLong = true;
    this.text = this.text.slice(0, SHOWN);
  }

  private *close(mode: Mode): Generator<TrafficPiece> {
    const { text, isTooLong } = this;
    this.mode = mode;
    this.text = "";
    this.isTooLong = false;
    this.depth = 0;
    this.inString = false;
    this.isEscaped = false;
    if (isTooLong) yield { kind: "too-long", start: text };
    else if (text.trim() !== "") yield { kind: "record", text };
  }
}
