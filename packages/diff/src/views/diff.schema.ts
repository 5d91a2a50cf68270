import { SEVERITIES } from "@shapelog/diagnostics";
import { VERDICTS } from "../finding.js";
import { DIFF_FORMAT } from "./json.js";

const text = { type: "string" };
const id = { type: "string", pattern: "^[0-9a-f]{12}$" };
const texts = { type: "array", items: text };
const count = { type: "integer", minimum: 0 };
const severity = { enum: [...SEVERITIES] };
const verdict = { enum: [...VERDICTS] };
const direction = { enum: ["request", "response"] };
const bump = { enum: ["major", "minor", "patch"] };
const values = { type: "array", minItems: 1, items: { type: ["string", "number"] } };

/** An object with these properties and no others; those whose names end in `?` may be left out. */
function closed(properties: Readonly<Record<string, object>>, description?: string): object {
  const names = Object.keys(properties);
  return {
    type: "object",
    ...(description === undefined ? {} : { description }),
    required: names.filter((name) => !name.endsWith("?")),
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ""), properties[name]])),
  };
}

const side = closed({ label: text, "date?": text, "release?": text }, "Where a model came from.");

const summary = closed({
  operations: count,
  verdicts: closed(Object.fromEntries(VERDICTS.map((name) => [name, count]))),
  wireBreaking: { ...count, description: "Entries that break a deployed program." },
  unclassified: { ...count, description: "Findings of changes that no rule covers." },
  suppressed: { ...count, description: "Findings that the policy suppressed." },
  accepted: { ...count, description: "Findings that were accepted; they are in the other figures, too." },
  others: { ...count, description: "Entries that touch none of the reader's own operations." },
  changes: count,
  "bump?": { ...bump, description: "The release a generated package needs. Absent where nothing changed." },
  "bumpBecause?": text,
});

const row = closed(
  {
    "direction?": direction,
    paths: { ...texts, description: "Where the operation meets the change." },
    shape: text,
    "member?": text,
    verdict,
    rules: { ...texts, minItems: 1 },
    findings: { type: "array", items: id, minItems: 1, description: "The ids of the findings." },
    "removed?": { ...values, description: "Enum values that went." },
    "added?": { ...values, description: "Enum values that came." },
  },
  "Findings about one shape or member in one direction.",
);

const position = closed({ operation: text, direction, "error?": text, path: text });

const policy = closed(
  {
    policy: text,
    reason: text,
    was: closed({ wire: severity, source: severity, verdict }),
    "suppressed?": { const: true },
  },
  "What a policy did to the finding.",
);

const proof = {
  oneOf: [
    closed(
      {
        kind: { const: "source" },
        form: { enum: ["sdk", "wire"], description: "The types: as programs hold data, or as JSON has it." },
        program: text,
        line: { ...count, description: "The line that no longer compiles, from 1." },
        error: text,
      },
      "A program that compiles against the old types and not against the new ones.",
    ),
    closed(
      {
        kind: { const: "wire" },
        position,
        document: { ...text, description: "JSON text." },
        "cut?": { const: true, description: "Long texts and lists of the document are shortened." },
        takenBy: { enum: ["before", "after"] },
        refusal: { ...text, description: "What the validator of the other side says." },
      },
      "A document that the validator of one side takes and that of the other refuses.",
    ),
  ],
};

const witness = closed(
  {
    status: { enum: ["confirmed", "unconfirmed", "none"] },
    proofs: { type: "array", items: proof },
    "reason?": { ...text, description: "What was tried in vain, or why there is nothing to try." },
  },
  "What shows that the finding is true; what nothing confirms is lowered. There with --witness alone.",
);

const change = { $ref: "#/$defs/change" };

const accepted = closed(
  {
    because: text,
    "by?": text,
    "date?": { ...text, description: "YYYY-MM-DD" },
  },
  "Who decided to live with the finding, when and why. It does not count for an exit code.",
);

const met = { count, "last?": { ...text, description: "YYYY-MM-DD" } };

const traffic = closed(
  {
    calls: { ...closed(met), description: "Calls of the operations that it reaches." },
    told: { ...count, description: "How many of these calls tell what was sent or returned there." },
    "met?": { ...closed(met), description: "Those in which something stood at its places." },
    "values?": { type: "array", items: closed({ value: { type: ["string", "number"] }, ...met }) },
    used: { type: "boolean" },
  },
  "How often traffic met what the finding is about. There with --traffic alone.",
);

const finding = closed({
  id: {
    ...id,
    description: "Stays the same from run to run and from commit to commit, whatever else changed.",
  },
  rule: { ...text, description: "The rule's id; never renamed." },
  "direction?": direction,
  shape: text,
  "member?": text,
  wire: { ...severity, description: "For a deployed program talking to the service." },
  source: { ...severity, description: "For a program compiled against the new package." },
  verdict,
  bump: { ...bump, description: "The release that it asks for, by all that a generated package ships." },
  typesBump: { ...bump, description: "The release that it asks for by the package's types alone." },
  changes: { type: "array", items: change },
  positions: { type: "array", items: position },
  "places?": {
    ...closed({ count, exact: { type: "boolean" } }),
    description: "How many different paths there are, or at least are, where `positions` are not all.",
  },
  operations: texts,
  message: { ...text, description: "One sentence of Markdown." },
  "affected?": text,
  "action?": text,
  "witness?": witness,
  "policy?": policy,
  "accepted?": accepted,
  "traffic?": traffic,
});

/** The JSON Schema (2020-12) of the JSON view of a comparison. */
export const DIFF_SCHEMA: object = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://shapelog.dev/schema/diff-1.json",
  title: "Shapelog diff",
  ...closed({
    format: { const: DIFF_FORMAT },
    title: text,
    before: side,
    after: side,
    "policy?": text,
    "own?": { ...texts, description: "The reader's own operations." },
    summary,
    operations: {
      type: "array",
      items: closed({
        operation: text,
        "own?": { type: "boolean" },
        changes: { type: "array", minItems: 1, items: row },
      }),
    },
    findings: { type: "array", items: { $ref: "#/$defs/finding" } },
    "suppressed?": { type: "array", items: { $ref: "#/$defs/finding" } },
    changes: { type: "array", items: change },
  }),
  $defs: {
    finding,
    change: {
      description: "One lossless change; what it holds beside its kind hangs on the kind.",
      type: "object",
      required: ["kind"],
      properties: { kind: text, shape: text, member: text, key: text },
    },
  },
};
