import { modelOf } from "@shapelog/testing";
import { expect, it } from "vitest";
import { compareModels } from "../src/comparison.js";
import { printComparisonText } from "../src/views/text.js";
import { findFindings } from "./print-findings.js";

const found = (before: string, after: string) => {
  const [old, now] = [before, after].map((text) => modelOf(text, { impliedService: true }));
  if (!old || !now) throw new Error("two models");
  return findFindings(old, now).map(({ rule, message }) => `${rule}: ${message}`);
};

const input = (traits: string, more = "string Target") => `structure Input { ${traits} a: Target }\n${more}`;
const output = (traits: string) => `structure Output { a: Target }\n${traits} string Target`;

const PARTITION = "arn:(aws|aws-cn|aws-us-gov|aws-iso|aws-iso-b)";
const ANY_BUCKET = `^${PARTITION}:(s3|s3-outposts):[a-z0-9-]*:[0-9]*:.*$`;
const BUCKETS = [
  `^${PARTITION}:s3:[a-z0-9-]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9.-]{1,63}$`,
  `^${PARTITION}:s3-outposts:[a-z0-9-]+:[0-9]{12}:outpost[/:][a-zA-Z0-9-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9-]{1,63}$`,
  `^${PARTITION}:s3:::[a-zA-Z0-9._-]{1,255}$`,
].join("|");

it.each<[string, string, string, readonly string[]]>([
  [
    "a limit that no text reaches",
    input("", "string Target"),
    input("", "@length(max: 2147483647) string Target"),
    ["limit.restated: `a`: greatest length none → 2,147,483,647; it takes the same texts as before."],
  ],
  [
    "a limit that no list reaches",
    input("", "list Target { member: String }"),
    input("", "@length(max: 2147483647) list Target { member: String }"),
    ["limit.restated: `a`: most entries none → 2,147,483,647; it takes the same values as before."],
  ],
  [
    "a limit that a stream of bytes can reach",
    input("", "blob Target"),
    input("", "@length(max: 2147483647) blob Target"),
    ["request.limit.tightened: `a`: greatest length none → 2,147,483,647."],
  ],
  [
    "the pattern and the length moved to what comes to more",
    input("", '@pattern("^[a-z]{1,5}$") @length(max: 5) string Target'),
    input("", '@pattern("^[a-z]{1,10}$") @length(max: 10) string Target'),
    [
      "limit.restated: `a`: greatest length 5 → 10; the new pattern asks for this already.",
      "request.pattern.loosened: `a` has to match `^[a-z]{1,10}$`; it was `^[a-z]{1,5}$`, which takes less. " +
        "`aaaaaa` was refused and is taken now.",
    ],
  ],
  [
    "a limit that the old pattern held, with more texts of that length",
    input("", '@pattern("^[a-z]{1,5}$") string Target'),
    input("", '@pattern("^[a-z.]+$") @length(min: 1, max: 6) string Target'),
    [
      "limit.restated: `a`: least length 0 → 1, greatest length none → 6; the old pattern asked for this already.",
      "request.pattern.loosened: `a` has to match `^[a-z.]+$`; it was `^[a-z]{1,5}$`, which takes less. " +
        "`.` was refused and is taken now. " +
        "With the limits of length, texts of 1 to 6 characters are taken; before, of 1 to 5 characters.",
    ],
  ],
  [
    "a limit that shrinks and leaves room for longer ones than the old pattern took",
    output('@pattern("^[a-z]{12}$") @length(min: 1, max: 100)'),
    output('@pattern("^[a-z]+$") @length(min: 26, max: 26)'),
    [
      "response.limit.tightened: `a`: least length 1 → 26, greatest length 100 → 26; the old pattern took no longer ones.",
      "response.pattern.loosened: `a` matches `^[a-z]+$`; it was `^[a-z]{12}$`. " +
        "`aaaaaaaaaaaaaaaaaaaaaaaaaa` can arrive now. " +
        "With the limits of length, texts of 26 characters can arrive; before, of 12 characters.",
    ],
  ],
  [
    "a pattern goes, and the limit that it asked for",
    output('@pattern("^.*[^ ].*$") @length(min: 1)'),
    output("@length(min: 0)"),
    [
      "limit.restated: `a`: least length 1 → 0; the old pattern asked for the old limit already.",
      'response.pattern.removed: `a` need not match `^.*[^ ].*$` any more. `" "` can arrive now.',
    ],
  ],
  [
    "a limit says in other words what a pattern said, and more",
    output('@pattern("^[a-z]{1,50}$")'),
    output('@pattern("^[a-z-]+$") @length(min: 1, max: 60)'),
    [
      "limit.restated: `a`: least length 0 → 1, greatest length none → 60; the old pattern asked for this already.",
      "response.pattern.loosened: `a` matches `^[a-z-]+$`; it was `^[a-z]{1,50}$`. `-` can arrive now. " +
        "With the limits of length, texts of 1 to 60 characters can arrive; before, of 1 to 50 characters.",
    ],
  ],
  [
    "a limit becomes less, and more than the pattern said",
    input("", '@pattern("^[a-z]{12}$") @length(min: 1, max: 100) string Target'),
    input("", '@pattern("^[a-z]+$") @length(min: 26, max: 26) string Target'),
    [
      "request.limit.tightened: `a`: least length 1 → 26, greatest length 100 → 26; the old pattern took no longer ones.",
      "request.pattern.loosened: `a` has to match `^[a-z]+$`; it was `^[a-z]{12}$`, which takes less. " +
        "`aaaaaaaaaaaaaaaaaaaaaaaaaa` was refused and is taken now. " +
        "With the limits of length, texts of 26 characters are taken; before, of 12 characters.",
    ],
  ],
  [
    "a pattern comes with limits that refuse shorter texts",
    input("", "string Target"),
    input("", '@pattern("^arn:.*$") @length(min: 5, max: 50) string Target'),
    [
      "request.limit.tightened: `a`: least length 0 → 5, greatest length none → 50.",
      "request.pattern.added: `a` has to match `^arn:.*$` now. `aaaaa` was taken and is refused now.",
    ],
  ],
  [
    "a pattern refuses nothing but what a limit refuses, too",
    input("", "string Target"),
    input("", '@pattern("^[^]+$") @length(min: 1, max: 50) string Target'),
    [
      "request.limit.tightened: `a`: least length 0 → 1, greatest length none → 50.",
      "request.pattern.added: `a` has to match `^[^]+$` now.",
    ],
  ],
  [
    "of the shorter texts only the empty one can arrive",
    output('@pattern("^[a-z]{20,99}$") @length(min: 20, max: 99)'),
    output('@pattern("^([a-z]{20,99})?$") @length(min: 0, max: 99)'),
    [
      "limit.restated: `a`: least length 20 → 0; the old pattern asked for the old limit already.",
      "response.pattern.loosened: `a` matches `^([a-z]{20,99})?$`; it was `^[a-z]{20,99}$`. The empty text can arrive now.",
    ],
  ],
  [
    "the greatest length is one that nothing reaches",
    input("", '@pattern("^.*$") string Target'),
    input("", '@pattern("^[a-z]*$") @length(max: 2147483647) string Target'),
    [
      "limit.restated: `a`: greatest length none → 2,147,483,647; it takes the same of the texts that both patterns take.",
      "request.pattern.tightened: `a` has to match `^[a-z]*$`; it was `^.*$`. `0` was taken and is refused now.",
    ],
  ],
  [
    "a pattern says as much as a limit, which so refuses nothing more",
    input("", "string Target"),
    input("", '@pattern("^[^]+$") @length(min: 1) string Target'),
    [
      "limit.restated: `a`: least length 0 → 1; the new pattern asks for this already.",
      "request.pattern.added: `a` has to match `^[^]+$` now. The empty text was taken and is refused now.",
    ],
  ],
  [
    "patterns that differ in what is shown as a space",
    input("", '@pattern("^a b$") string Target'),
    input("", '@pattern("^a  \\u0009b$") string Target'),
    [
      "request.pattern.tightened: `a` has to match `^a\\u0020 \\tb$`; it was `^a b$`. " +
        '`a b` was taken and is refused now. `"a\\u{20} \\tb"` was refused and is taken now.',
    ],
  ],
  [
    "a pattern became wider and a length less",
    input("", '@pattern("^[a-z]*$") @length(max: 5) string Target'),
    input("", '@pattern("^[a-z0-9]*$") @length(max: 4) string Target'),
    [
      "request.limit.tightened: `a`: greatest length 5 → 4.",
      "request.pattern.loosened: `a` has to match `^[a-z0-9]*$`; it was `^[a-z]*$`, which takes less. " +
        "`0` was refused and is taken now.",
    ],
  ],
  [
    "patterns are too large to compare, and a text is found that only the old one takes",
    input("", `@pattern("${ANY_BUCKET}") @length(max: 156) string Target`),
    input("", `@pattern("${BUCKETS}") @length(max: 268) string Target`),
    [
      "request.limit.loosened: `a`: greatest length 156 → 268; what the pattern refuses is told separately.",
      `request.pattern.tightened: \`a\` has to match \`${BUCKETS}\`; it was \`${ANY_BUCKET}\`. ` +
        "`arn:aws:s3:::` was taken and is refused now.",
    ],
  ],
  [
    "a member's pattern stands in for that of its target",
    input("", '@pattern("^[a-z]+$") string Target'),
    input('@pattern("^[a-z0-9]+$")', '@pattern("^[a-z]+$") string Target'),
    [
      "request.pattern.loosened: `a` has to match `^[a-z0-9]+$`; it was `^[a-z]+$`, which takes less. " +
        "`0` was refused and is taken now.",
    ],
  ],
  [
    "a member's pattern went and its target has the same",
    input('@pattern("^[a-z]+$")', '@pattern("^[a-z]+$") string Target'),
    input("", '@pattern("^[a-z]+$") string Target'),
    ["trait.restated: What `a` says is written in another way; the same holds."],
  ],
  [
    "a pattern of an enum that takes all its values",
    input("", 'enum Target {\n A = "a"\n B = "b"\n}'),
    input("", '@pattern("^[a-z]$") enum Target {\n A = "a"\n B = "b"\n}'),
    ["pattern.restated: `a`: pattern none → `^[a-z]$`; it takes the same texts as before."],
  ],
  [
    "a blank is shown in quotes",
    output('@pattern("^[a-z]*$")'),
    output('@pattern("^(?:[a-z]*| |\\\\u202e\\\\t)$")'),
    [
      "response.pattern.loosened: `a` matches `^(?:[a-z]*| |\\u202e\\t)$`; it was `^[a-z]*$`. " +
        '`" "` can arrive now.',
    ],
  ],
  [
    "a text of controls alone is shown escaped",
    output('@pattern("^[a-z]*$")'),
    output('@pattern("^(?:[a-z]*|\\\\u202e\\\\t)$")'),
    [
      "response.pattern.loosened: `a` matches `^(?:[a-z]*|\\u202e\\t)$`; it was `^[a-z]*$`. " +
        '`"\\u{202e}\\t"` can arrive now.',
    ],
  ],
  [
    "a range that an integer has anyway",
    input("", "integer Target"),
    input("", "@range(min: -2147483648, max: 2147483647) integer Target"),
    [
      "limit.restated: `a`: least value none → -2,147,483,648, greatest value none → 2,147,483,647; " +
        "it takes the same values as before.",
    ],
  ],
  [
    "a fraction that no integer has",
    input("", "@range(min: 1, max: 10) integer Target"),
    input("", "@range(min: 0.5, max: 10.5) integer Target"),
    [
      "limit.restated: `a`: least value 1 → 0.5, greatest value 10 → 10.5; it takes the same values as before.",
    ],
  ],
  [
    "the greatest long, and a smaller one",
    "structure Input { a: Long, @range(min: 0) b: Long }",
    "structure Input { @range(max: 9223372036854775807) a: Long, @range(min: 0, max: 9007199254740991) b: Long }",
    [
      "request.limit.tightened: `b`: greatest value none → 9,007,199,254,740,991.",
      "limit.restated: `a`: greatest value none → 9,223,372,036,854,775,807; it takes the same values as before.",
    ],
  ],
  [
    "a range of a float",
    input("", "float Target"),
    input("", "@range(max: 2147483647) float Target"),
    ["request.limit.tightened: `a`: greatest value none → 2,147,483,647."],
  ],
  [
    "a length of bytes",
    input("", "blob Target"),
    input("", "@length(min: 1) blob Target"),
    ["request.limit.tightened: `a`: least length 0 → 1."],
  ],
])("judges %s", (_, before, after, expected) => {
  expect(found(before, after).sort()).toEqual([...expected].sort());
});

it("breaks no line of text in a pattern, where a space would not be seen", () => {
  const [old, now] = ["", " "].map(
    (space) => `^${"(one|two)".repeat(12)}(:${space}${"(one|two)".repeat(4)})?$`,
  );
  const [before, after] = [old, now].map((pattern) =>
    modelOf(input("", `@pattern("${pattern}") string Target`), { impliedService: true }),
  );
  if (!before || !after) throw new Error("two models");
  const sides = [
    { label: "before", model: before },
    { label: "after", model: after },
  ] as const;
  expect(printComparisonText(compareModels(...sides), { width: 60 })).toContain(
    `\n    a has to match\n    ${now};\n    it was\n    ${old}.`,
  );
});

const adviceOn = (before: string, after: string) => {
  const [old, now] = [before, after].map((text) => modelOf(text, { impliedService: true }));
  if (!old || !now) throw new Error("two models");
  return findFindings(old, now)
    .filter(({ rule }) => rule.includes(".limit."))
    .map(({ message, affected, action }) => [message, affected, action]);
};
const LONG = [
  "you keep it in a buffer, a column or a field of limited size",
  "Check that the new limit fits.",
];

it.each<[string, string, string, readonly (readonly (string | undefined)[])[]]>([
  [
    "a least length that the new pattern asks for",
    output('@pattern("^[a-z:]+$") @length(min: 1, max: 256)'),
    output('@pattern("^arn:[a-z:]*$")'),
    [
      [
        "`a`: least length 1 → 0, greatest length 256 → none; the new pattern takes no shorter ones.",
        LONG[0],
        "There is no limit any more: decide what happens to longer ones.",
      ],
    ],
  ],
  [
    "a greatest length that the pattern bounds elsewhere",
    output('@pattern("^[a-z]{1,300}$") @length(min: 1, max: 256)'),
    output('@pattern("^[a-z]{1,300}$")'),
    [["`a`: least length 1 → 0, greatest length 256 → none; the pattern takes no shorter ones.", ...LONG]],
  ],
  [
    "a greatest length that the new pattern asks for",
    output('@pattern("^[a-z]*$") @length(min: 2, max: 5)'),
    output('@pattern("^[a-z]{0,5}$")'),
    [
      [
        "`a`: least length 2 → 0, greatest length 5 → none; the new pattern takes no longer ones.",
        "you count on a length of at least 2",
        "Handle shorter ones.",
      ],
    ],
  ],
  [
    "a least length that the listed values have anyway",
    output("@length(min: 1, max: 1)").replace("string Target", "enum Target { A, BB }"),
    output("@length(max: 2)").replace("string Target", "enum Target { A, BB }"),
    [["`a`: least length 1 → 0, greatest length 1 → 2; the list of values takes no shorter ones.", ...LONG]],
  ],
  [
    "a least length that the pattern of a request asked for",
    input("", '@pattern("^[a-z]+$") string Target'),
    input("", '@pattern("^[a-z]+$") @length(min: 1, max: 9) string Target'),
    [
      [
        "`a`: least length 0 → 1, greatest length none → 9; the pattern takes no shorter ones.",
        "you send values outside the new limits in `a`",
        "Check such values before you send them.",
      ],
    ],
  ],
  [
    "a least length that the new pattern of a request asks for",
    input("", '@pattern("^[a-z]*$") @length(min: 1, max: 9) string Target'),
    input("", '@pattern("^[a-z.]+$") @length(max: 10) string Target'),
    [
      [
        "`a`: least length 1 → 0, greatest length 9 → 10; the new pattern takes no shorter ones.",
        undefined,
        undefined,
      ],
    ],
  ],
  [
    "a greatest value that no integer is above",
    "structure Output { a: Target }\n@range(min: 1, max: 2147483647) integer Target",
    "structure Output { a: Target }\n@range(min: 0) integer Target",
    [
      [
        "`a`: least value 1 → 0, greatest value 2,147,483,647 → none.",
        "you count on values from 1 on",
        "Handle smaller values.",
      ],
    ],
  ],
])("tells of %s what comes of it", (_, before, after, expected) => {
  expect(adviceOn(before, after)).toEqual(expected);
});
