import { describe, expect, it } from "vitest";
import { type AwsValue, createDict } from "./aws-value.js";
import { pprint } from "./pprint.js";

const word = (text: string): AwsValue => ({ kind: "word", text });
const list = (item: AwsValue): AwsValue => ({ kind: "list", item });
const set = (...values: string[]): AwsValue => ({ kind: "set", values });
const dict = (entries: Readonly<Record<string, AwsValue>>): AwsValue =>
  createDict(Object.entries(entries).map(([key, value]) => ({ key, value })));

/** What Python 3.11 printed of the same values. */
const CASES: readonly [name: string, value: AwsValue, printed: readonly string[]][] = [
  [
    "entries stand below each other where one line is too short",
    dict({
      AuthEvents: dict({
        EventResponse: set("Fail", "InProgress", "Pass"),
        EventType: set("PasswordChange", "ResendCode"),
      }),
    }),
    [
      "{'AuthEvents': {'EventResponse': {'Fail', 'InProgress', 'Pass'},",
      "                'EventType': {'PasswordChange', 'ResendCode'}}}",
    ],
  ],
  [
    "a comma takes less room than the brackets after the last entry",
    dict({
      Outer: dict({
        In: dict({
          First: dict({ Key: word("string"), Other: word("x".repeat(22)) }),
          Last: dict({ Key: word("string"), Other: word("x".repeat(22)) }),
        }),
      }),
    }),
    [
      "{'Outer': {'In': {'First': {'Key': 'string', 'Other': 'xxxxxxxxxxxxxxxxxxxxxx'},",
      "                  'Last': {'Key': 'string',",
      "                           'Other': 'xxxxxxxxxxxxxxxxxxxxxx'}}}}",
    ],
  ],
  [
    "keys are sorted, and what fits stays on one line",
    dict({
      Mode: word("string"),
      Size: list(word("integer")),
      Next: { kind: "recursion" },
      Empty: dict({}),
    }),
    ["{'Empty': {}, 'Mode': 'string', 'Next': (), 'Size': ['integer']}"],
  ],
  [
    "a long string goes on in the next line",
    dict({
      Filter: dict({
        Operator: word("EQUAL_TO | NOT_EQUAL_TO | GREATER_THAN | LESS_THAN | BEGINS_WITH | ENDS_WITH"),
      }),
    }),
    [
      "{'Filter': {'Operator': 'EQUAL_TO | NOT_EQUAL_TO | GREATER_THAN | LESS_THAN | '",
      "                        'BEGINS_WITH | ENDS_WITH'}}",
    ],
  ],
  [
    "a long string by itself has brackets",
    word("EQUAL_TO | NOT_EQUAL_TO | GREATER_THAN | LESS_THAN | BEGINS_WITH | ENDS_WITH | CONTAINS"),
    ["('EQUAL_TO | NOT_EQUAL_TO | GREATER_THAN | LESS_THAN | BEGINS_WITH | ENDS_WITH '", " '| CONTAINS')"],
  ],
  [
    "quotes and escapes are Python's, and keys are sorted by code point",
    dict({
      "it's": word("string"),
      '"quoted"': word("string"),
      "both'\"": word("string"),
      "line\nfeed": word("string"),
      "😀": word("string"),
      "\u2028\ue000": word("string"),
    }),
    [
      "{'\"quoted\"': 'string',",
      " 'both\\'\"': 'string',",
      " \"it's\": 'string',",
      " 'line\\nfeed': 'string',",
      " '\\u2028\\ue000': 'string',",
      " '😀': 'string'}",
    ],
  ],
  [
    "beyond the last column nothing is on one line but what cannot be broken",
    dict({
      Outer: dict({
        ["A".repeat(20)]: list(
          dict({
            ["B".repeat(20)]: list(
              dict({ ["C".repeat(20)]: word("string"), D: dict({ string: word("boolean") }) }),
            ),
          }),
        ),
      }),
    }),
    [
      "{'Outer': {'AAAAAAAAAAAAAAAAAAAA': [{'BBBBBBBBBBBBBBBBBBBB': [{'CCCCCCCCCCCCCCCCCCCC': 'string',",
      "                                                               'D': {'string': 'boolean'}}]}]}}",
    ],
  ],
];

describe("pprint", () => {
  it.each(CASES)("%s", (_, value, printed) => {
    expect(pprint(value)).toBe(printed.join("\n"));
  });
});
