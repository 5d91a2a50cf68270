import { type Diagnostic, isAtLeast, type Severity } from "./diagnostic.js";
import type { SourceTexts } from "./position.js";
import { printText } from "./print-text.js";
import { printable, printableLines } from "./printable.js";
import { xmlAttribute, xmlText } from "./xml.js";

/** What a test case came to, where it did not pass. */
export interface JunitOutcome {
  /** `failure`: what was looked at is wrong; `error`: it could not be looked at; `skipped`: it was not, or does not count. */
  readonly kind: "failure" | "error" | "skipped";
  /** What kind of thing is wrong, such as a diagnostic's code. */
  readonly type: string;
  /** One line. */
  readonly message: string;
  /** All that there is to say, with line feeds. Default: nothing. */
  readonly text?: string;
}

/** One thing that is held. */
export interface JunitCase {
  readonly name: string;
  readonly outcome?: JunitOutcome | undefined;
  /** What is said of it though it passed. */
  readonly output?: string | undefined;
}

/** The things that are held of one service or model. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/**
 * Returns suites as JUnit's XML, in the form that Jenkins's xUnit plugin has a schema of and that other readers take: each
 * case with the elements `failure`, `error`, `skipped` and `system-out`, and counts that are true. `name` is the run's, such
 * as `shapelog check`; the cases' classes are named after it and their suite. Times are 0, so that runs can be compared.
 */
export function printJunit(name: string, suites: readonly JunitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  const { tests, failures, errors } = countCases(all);
  const lines = suites.map((suite) => printSuite(name, suite));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name, tests, failures, errors, time: "0" })}>\n${lines.join("")}</testsuites>\n`;
}

function printSuite(run: string, { name, cases }: JunitSuite): string {
  // What stands behind the last dot is a class to some readers, and what stands before it its package.
  const classname = `${run.replaceAll(" ", ".")}.${name.replaceAll(".", "_")}`;
  const printed = cases.map((each) => printCase(classname, each));
  const open = attributes({ name, ...countCases(cases), skipped: countKind(cases, "skipped"), time: "0" });
  return `  <testsuite${open}>\n${printed.join("")}  </testsuite>\n`;
}

function printCase(classname: string, { name, outcome, output }: JunitCase): string {
  const open = `    <testcase${attributes({ name, classname, time: "0" })}`;
  const inner = [
    ...(outcome ? [printOutcome(outcome)] : []),
    ...(output ? [`      <system-out>${xmlText(printableLines(output))}</system-out>\n`] : []),
  ];
  return inner.length === 0 ? `${open}/>\n` : `${open}>\n${inner.join("")}    </testcase>\n`;
}

function printOutcome({ kind, type, message, text = "" }: JunitOutcome): string {
  return `      <${kind}${attributes({ type, message })}>${xmlText(printableLines(text))}</${kind}>\n`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => ` ${key}="${xmlAttribute(printable(value))}"`)
    .join("");
}

function countCases(cases: readonly JunitCase[]) {
  return {
    tests: String(cases.length),
    failures: countKind(cases, "failure"),
    errors: countKind(cases, "error"),
  };
}

function countKind(cases: readonly JunitCase[], kind: JunitOutcome["kind"]): string {
  return String(cases.filter(({ outcome }) => outcome?.kind === kind).length);
}

export interface CreateJunitCaseOptions {
  /** The least severity that makes the case fail. */
  readonly failOn: Severity | "never";
  readonly sources?: SourceTexts;
}

/**
 * Returns what diagnostics make of the one thing that they are about: an error where it could not be looked at, a failure
 * where one of them is severe enough, else it passes, and they are its output.
 */
export function createJunitCase(
  name: string,
  diagnostics: readonly Diagnostic[],
  { failOn, sources }: CreateJunitCaseOptions,
): JunitCase {
  const print = (found: readonly Diagnostic[]) => printText(found, sources ? { sources } : {});
  const errors = diagnostics.filter(({ exit }) => exit === "usage");
  const failures = diagnostics.filter(({ severity }) => failOn !== "never" && isAtLeast(severity, failOn));
  const decisive = errors.length > 0 ? errors : failures;
  const [first, ...more] = decisive;
  if (!first) return { name, output: diagnostics.length === 0 ? undefined : print(diagnostics) };
  const others = diagnostics.filter((each) => !decisive.includes(each));
  return {
    name,
    outcome: {
      kind: errors.length > 0 ? "error" : "failure",
      type: first.code,
      message: more.length === 0 ? first.message : `${first.message} And ${more.length} more.`,
      text: print(decisive),
    },
    output: others.length === 0 ? undefined : print(others),
  };
}
