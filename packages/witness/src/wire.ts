import type { WireProof } from "@shapelog/diff";
import { jsonName, type Position } from "@shapelog/model";
import type { Keyword, ValidationError } from "@shapelog/runtime";
import type { Validate } from "./load-validators.js";
import type { SideName, Step } from "./place.js";
import { buildProbe, type Probe } from "./probe.js";
import type { Sides } from "./side.js";
import { type Json, printDocument, toJson, type Value } from "./value.js";

/** What a validator has to complain of; anything where nothing is listed. */
const KEYWORDS: ReadonlyMap<Probe["aspect"], readonly Keyword[]> = new Map([
  ["presence", ["required"]],
  ["member", ["unknownMember", "union"]],
  ["values", ["enum"]],
  ["length", ["length"]],
  ["range", ["range", "type"]],
  // A text of another length is refused for that, before its pattern is looked at.
  ["pattern", ["pattern", "length"]],
  ["uniqueItems", ["uniqueItems"]],
]);

export type Validators = Readonly<Record<SideName, Validate>>;

/** A document, what takes it, and what refuses it. */
export interface JudgedDocument {
  readonly proof: WireProof;
  /** The whole document, of which the proof may show but a part. */
  readonly document: Json;
}

/** What came of a probe that shows nothing: no document that its side takes, or none that the other side refuses there. */
export type Failed = "not-taken" | "not-refused";

/** Returns the proof that a probe makes: the side that it is for takes the document, the other one refuses it there. */
export function judgeDocument(probe: Probe, sides: Sides, validators: Validators): JudgedDocument | Failed {
  const { place, side, aspect } = probe;
  const otherSide = side === "before" ? "after" : "before";
  const [own, other] = [place.root[side], place.root[otherSide]];
  const value = own && other && buildProbe(probe, sides);
  if (!value) return "not-taken";
  const document = toJson(value);
  if (validators[side](own.shape.id, document)?.ok !== true) return "not-taken";
  const said = validators[otherSide](other.shape.id, document);
  if (!said || said.ok) return "not-refused";
  const path = pathIn(value, place.steps, { sides, probe });
  const keywords = KEYWORDS.get(aspect);
  const error = said.errors.find((each) => (keywords?.includes(each.keyword) ?? true) && isAt(each, path));
  if (!error) return "not-refused";
  const { text, isCut } = printDocument(document);
  const position: Position = place.position;
  const refusal = error.message;
  const proof: WireProof = {
    ...{ kind: "wire", position, document: text },
    ...(isCut ? { cut: true as const } : {}),
    ...{ takenBy: side, refusal },
  };
  return { proof, document };
}

/** Returns the path of a place in a document, as validators print it. */
function pathIn(
  value: Value,
  steps: readonly Step[],
  { sides, probe }: { sides: Sides; probe: Probe },
): string {
  let text = "";
  let at: Value | undefined = value;
  for (const step of steps) {
    if (step.into === "item") {
      text += "[0]";
      at = at?.kind === "list" ? at.items[0] : undefined;
      continue;
    }
    if (step.into === "key") return text; // a key is told of at its map
    const entries: Extract<Value, { kind: "object" }>["entries"] = at?.kind === "object" ? at.entries : [];
    const entry = step.into === "member" ? entries.find(({ name }) => name === step.name) : entries[0];
    text = join(text, entry?.jsonName ?? nameOfAbsent(step, sides, probe));
    at = entry?.value;
  }
  return text;
}

function nameOfAbsent({ name, before, after }: Step, sides: Sides, { side }: Probe): string {
  const [spot, other] = side === "before" ? [after, sides.after] : [before, sides.before];
  return spot?.member ? jsonName(spot.member, other.service) : name;
}

function join(path: string, name: string): string {
  if (name.length > LONGEST_NAME || !/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${quote(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

/** Validators cut longer names. */
const LONGEST_NAME = 60;

function quote(name: string): string {
  const quoted = JSON.stringify(name.slice(0, LONGEST_NAME));
  return name.length <= LONGEST_NAME ? quoted : `${quoted.slice(0, -1)}…"`;
}

/** Below what is sensitive no path is told; a union's own error is at the union. */
function isAt({ path: told, keyword }: ValidationError, path: string): boolean {
  const hidden = told.indexOf("[*]");
  if (hidden >= 0) return path.startsWith(told.slice(0, hidden));
  if (keyword === "union" && (path.startsWith(told) || told === "value")) return true;
  return told === path || (told.startsWith(path) && (path === "" || /^[.[]/.test(told.slice(path.length))));
}
