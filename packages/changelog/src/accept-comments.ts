import type { Diagnostic, Location, WithDiagnostics } from "@shapelog/diagnostics";
import type { AcceptedFinding } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { changelogDiagnostics } from "./diagnostics.js";
import { decodeWord, encodeWord } from "./facts-block.js";

/** A comment by which a finding is accepted, in a changeset or a changelog. */
export interface AcceptComment extends AcceptedFinding {
  readonly service: string;
  readonly location: Location;
}

/** What {@link findAcceptComments} returns. Comments that cannot be read are left out and reported. */
export interface AcceptComments extends WithDiagnostics {
  readonly comments: readonly AcceptComment[];
}

/** The beginning of a comment; and what says whether it stands in code: fences, ends of lines, and backticks. */
const TOKEN =
  /^[ \t]*(?<fence>`{3,}|~{3,})[^\n`]*$|\n|`+|(?<!\\)(?<start><!--\s{0,9}shapelog:accept(?![\w:-]))/gm;
const END = "-->";

/**
 * Returns the comments of a Markdown text by which findings are accepted:
 * `<!-- shapelog:accept SERVICE FINDING by NAME on YYYY-MM-DD because REASON -->`, without who and when where nobody says. In code, a
 * comment is an example of one.
 */
export function findAcceptComments({ file, text }: SourceText): AcceptComments {
  const comments: AcceptComment[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const start of findStarts(text)) {
    const location = { file, offset: start.index };
    const from = start.index + start[0].length;
    const end = text.indexOf(END, from);
    if (end === -1) {
      const reason = `it has no end; close it with ${END}`;
      diagnostics.push(changelogDiagnostics.create("bad-acceptance", location, { reason }));
      break;
    }
    const read = readComment(text.slice(from, end));
    if (typeof read === "string")
      diagnostics.push(changelogDiagnostics.create("bad-acceptance", location, { reason: read }));
    else comments.push({ ...read, location });
  }
  return { comments, diagnostics };
}

function* findStarts(text: string): Iterable<RegExpExecArray> {
  let open = "";
  let isInCode = false;
  for (const token of text.matchAll(TOKEN)) {
    const { fence, start } = token.groups ?? {};
    if (fence !== undefined && open === "") open = fence;
    else if (fence?.startsWith(open)) open = "";
    else if (start !== undefined && open === "" && !isInCode) yield token;
    else if (token[0] === "\n") isInCode = false;
    else if (token[0].startsWith("`") && fence === undefined) isInCode = !isInCode;
  }
}

const DATE = / on (\d{4}-\d{2}-\d{2})$/;

/** Returns what a comment says between its mark and its end, or what is wrong with it. */
function readComment(text: string): Omit<AcceptComment, "location"> | string {
  const words = text.trim().split(/\s+/);
  const because = words.indexOf("because");
  const [service = "", finding = "", ...rest] = words.slice(0, because === -1 ? words.length : because);
  if (service === "") return "it names no service";
  if (finding === "") return "it names no finding";
  if (because === -1) return 'it gives no reason; expected the word "because" and one';
  const about = rest.length === 0 ? "" : ` ${rest.join(" ")}`;
  const date = DATE.exec(about)?.[1];
  const by = date === undefined ? about : about.slice(0, -(" on ".length + date.length));
  if (by !== "" && !/^ by ./.test(by)) return `"${by.trim().slice(0, 80)}" is not understood`;
  return {
    service: decodeWord(service),
    finding,
    because: words.slice(because + 1).join(" "),
    ...(by === "" ? {} : { by: by.slice(" by ".length) }),
    ...(date === undefined ? {} : { date }),
  };
}

/**
 * Returns a text in which the comments that name a service name another one.
 *
 * @internal
 */
export function renameAcceptances(text: string, from: string, to: string): string {
  return text.replace(
    /((?<!\\)<!--\s{0,9}shapelog:accept\s{1,9})(\S+)(?=\s)/g,
    (comment: string, mark: string, service: string) =>
      decodeWord(service) === from ? `${mark}${encodeWord(to)}` : comment,
  );
}
