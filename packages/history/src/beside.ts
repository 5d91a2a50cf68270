import { isTest } from "./layout.js";

/** The kinds of files that stand beside a model in botocore. */
export type BesideKind = "paginators" | "paginatorExtras" | "waiters";

/** Something for each kind of file that stands beside a model. */
export type Beside<Value> = { readonly [Kind in BesideKind]?: Value };

interface BesideLayout {
  /** What the path of a model ends with; the group is what the paths of the files beside it begin with. */
  readonly models: readonly string[];
  readonly files: readonly (readonly [kind: BesideKind, end: string])[];
}

/** Today's layout, and the one of before 2015, in which all files of a service stood in one folder. */
const LAYOUTS: readonly BesideLayout[] = [
  {
    models: ["/service-2.json"],
    files: [
      ["paginators", "/paginators-1.json"],
      ["paginatorExtras", "/paginators-1.sdk-extras.json"],
      ["waiters", "/waiters-2.json"],
    ],
  },
  {
    models: [".normal.json", ".api.json"],
    files: [
      ["paginators", ".paginators.json"],
      ["waiters", ".waiters.json"],
    ],
  },
];

/** Returns the paths of the files that may stand beside the model at a path. */
export function besidePaths(model: string): Beside<string> {
  for (const { models, files } of LAYOUTS) {
    const end = models.find((each) => model.endsWith(each));
    if (end === undefined) continue;
    const start = model.slice(0, -end.length);
    return Object.fromEntries(files.map(([kind, file]) => [kind, `${start}${file}`]));
  }
  return {};
}

/** Returns the paths of the models that the file at a path may stand beside: none where it is of no such kind. */
export function modelPathsBeside(path: string): readonly string[] {
  if (isTest(path)) return [];
  for (const { models, files } of LAYOUTS) {
    const [, end] = files.find(([, each]) => path.endsWith(each)) ?? [];
    if (end !== undefined) return models.map((model) => `${path.slice(0, -end.length)}${model}`);
  }
  return [];
}

/** Returns what a function makes of each; nothing where it returns `undefined`. */
export function mapBeside<From, To>(
  beside: Beside<From>,
  make: (value: From, kind: BesideKind) => To | undefined,
): Beside<To> {
  const entries = Object.entries(beside) as [BesideKind, From][]; // its keys are its kinds
  const made = entries.flatMap(([kind, value]) => {
    const to = make(value, kind);
    return to === undefined ? [] : [[kind, to] as const];
  });
  return Object.fromEntries(made);
}
