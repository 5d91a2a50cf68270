import { expect, it } from "vitest";
import { readJunit } from "./read-junit.js";

const suite = (inner: string, counts = 'tests="1" failures="0" errors="0"') =>
  `<testsuites><testsuite name="s" ${counts}>${inner}</testsuite></testsuites>`;

it("reads cases with what they came to", () => {
  const text = suite(
    '<testcase name="a"><failure message="m">t</failure></testcase>',
    'tests="1" failures="1" errors="0"',
  );
  expect(readJunit(text)).toEqual({
    s: [{ name: "a", classname: "", kind: "failure", message: "m", text: "t" }],
  });
});

it.each([
  ["no XML", "<testsuites>"],
  ["another root", "<suites/>"],
  ["an attribute that there is none of", suite('<testcase name="a" line="1"/>')],
  ["an element that there is none of", suite('<testcase name="a"><warning/></testcase>')],
  ["a case without a name", suite("<testcase/>")],
  ["a wrong count", suite('<testcase name="a"/>', 'tests="2" failures="0" errors="0"')],
  [
    "two cases of one name",
    suite('<testcase name="a"/><testcase name="a"/>', 'tests="2" failures="0" errors="0"'),
  ],
  ["text between elements", suite('x<testcase name="a"/>')],
])("does not take %s", (_, text) => {
  expect(() => readJunit(text)).toThrow();
});
