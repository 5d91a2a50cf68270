import type { Change } from "@shapelog/changes";
import { shapeName } from "@shapelog/model";
import { ofTrait } from "../rule/select.js";
import { code } from "../words.js";
import { describeTrait } from "./describe-trait.js";

/** Returns what a change did, as a clause; nothing where its place says it all. */
export function describeChange(change: Change): string | undefined {
  const [delta] = ofTrait({ shape: "", before: undefined, after: undefined, changes: [change] }, () => true);
  if (delta) return describeTrait(delta);
  const [subject = "", ...rest] = change.kind.split(".");
  const [part, what] = rest.length === 1 ? [undefined, rest[0]] : rest;
  const noun = NOUNS[part === undefined ? subject : `${subject}.${part}`];
  if (noun === undefined) return undefined;
  const name = nameOf(change);
  const told = name === undefined ? noun : `${noun} ${code(name)}`;
  if (what === "added") return `${told} is new`;
  if (what === "removed") return `${told} is gone`;
  return what === "reordered" ? `the order of the entries changed: ${told}` : `${told} changed`;
}

function nameOf(change: Change): string | undefined {
  if ("value" in change) return String(change.value);
  if ("name" in change) return change.name;
  if ("target" in change) return shapeName(String(change.target));
  if ("key" in change) return change.key;
  return "member" in change ? change.member : undefined;
}

/** What changes are about, by the beginnings of their kinds. */
const NOUNS: Readonly<Record<string, string>> = {
  shape: "the shape",
  "shape.kind": "the kind of shape",
  member: "the member",
  "member.target": "the type of the member",
  members: "its members",
  "enum.value": "the value",
  "operation.input": "the input",
  "operation.output": "the output",
  "operation.error": "the error",
  "service.version": "the version",
  "service.operation": "the operation",
  "service.resource": "the resource",
  "service.error": "the error",
  "service.rename": "the name in the service of",
  "resource.operation": "the operation",
  "resource.collectionOperation": "the operation",
  "resource.resource": "the resource",
  "resource.identifier": "the identifier",
  "resource.property": "the property",
  "resource.lifecycle": "the operation for",
  mixins: "what it is put together from",
  metadata: "the metadata",
};
