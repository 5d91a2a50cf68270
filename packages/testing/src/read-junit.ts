import { SaxesParser } from "saxes";

/** What a report of tests says of one case. */
export interface ReadCase {
  readonly name: string;
  readonly classname: string;
  /** Absent where it passed. */
  readonly kind?: "failure" | "error" | "skipped";
  readonly type?: string;
  readonly message?: string;
  readonly text?: string;
  readonly output?: string;
}

/** What an element may have, as the schema of Jenkins's xUnit plugin (`junit-10.xsd`) has it. */
interface Form {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly children?: readonly string[];
  /** Whether there may be text in it. */
  readonly hasText?: boolean;
}

const OUTCOME: Form = { optional: ["type", "message"], hasText: true };
const FORMS: Readonly<Record<string, Form>> = {
  testsuites: { optional: ["name", "time", "tests", "failures", "errors"], children: ["testsuite"] },
  testsuite: {
    required: ["name", "tests", "failures", "errors"],
    optional: ["skipped", "time", "timestamp", "hostname", "id", "package", "file", "group", "log", "url"],
    children: ["testsuite", "testcase", "properties", "system-out", "system-err"],
  },
  testcase: {
    required: ["name"],
    optional: ["classname", "time", "group"],
    children: ["failure", "error", "skipped", "system-out", "system-err"],
  },
  ...{ failure: OUTCOME, error: OUTCOME, skipped: OUTCOME },
  ...{ "system-out": { hasText: true }, "system-err": { hasText: true } },
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/**
 * Returns the cases of a report in JUnit's XML by the names of their suites.
 *
 * @throws Where it is no XML 1.0, has what that form has not, counts wrongly, or names two cases of a suite alike.
 */
export function readJunit(xml: string): Readonly<Record<string, readonly ReadCase[]>> {
  const root = parse(xml);
  check(root.name === "testsuites", `the root is ${root.name}`);
  checkForm(root);
  checkCounts(
    root,
    root.children.flatMap(({ children }) => children),
  );
  const suites = root.children.map((suite): [string, readonly ReadCase[]] => {
    checkCounts(suite, suite.children);
    const cases = suite.children.map(readCase);
    check(new Set(cases.map(({ name }) => name)).size === cases.length, "two cases have one name");
    return [suite.attributes.name ?? "", cases];
  });
  return Object.fromEntries(suites);
}

function parse(xml: string): Element {
  const document: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [document];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    const top = open.at(-1);
    if (top) top.text += text;
  });
  parser.write(xml).close();
  const [root] = document.children;
  if (!root) throw new Error("there is no element");
  return root;
}

function checkForm(element: Element): void {
  const { name, attributes, children, text } = element;
  const { required = [], optional = [], children: allowed = [], hasText = false } = FORMS[name] ?? {};
  for (const each of required) check(each in attributes, `${name} has no ${each}`);
  for (const each of Object.keys(attributes))
    check([...required, ...optional].includes(each), `${name} has the attribute ${each}`);
  check(hasText || text.trim() === "", `${name} has text`);
  for (const child of children) {
    check(allowed.includes(child.name), `${name} has the element ${child.name}`);
    checkForm(child);
  }
}

function checkCounts({ name, attributes }: Element, cases: readonly Element[]): void {
  const count = (kind: string) =>
    cases.filter(({ children }) => children.some((each) => each.name === kind)).length;
  const expected = {
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
  };
  for (const [key, number] of Object.entries(expected))
    if (key in attributes)
      check(attributes[key] === String(number), `${name} counts ${attributes[key]} ${key}, not ${number}`);
}

function readCase({ attributes, children }: Element): ReadCase {
  const outcome = children.find(({ name }) => name !== "system-out");
  const output = children.find(({ name }) => name === "system-out")?.text;
  const { name = "", classname = "" } = attributes;
  return {
    ...{ name, classname },
    ...(outcome ? { kind: outcome.name as "failure", ...outcome.attributes, text: outcome.text } : {}),
    ...(output === undefined ? {} : { output }),
  };
}

function check(holds: boolean, problem: string): void {
  if (!holds) throw new Error(problem);
}
