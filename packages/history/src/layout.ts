/** What the path of a model file says about it. */
export interface ModelFile {
  readonly service: string;
  /** The API version; empty where the path has none. */
  readonly version: string;
  /** The name of the collection the file belongs to. */
  readonly source: string;
}

interface Layout {
  readonly source: string;
  readonly pattern: RegExp;
}

/** Where models stand in the repositories we know, the more special first. The groups are the service and the version. */
const LAYOUTS: readonly Layout[] = [
  { source: "botocore", pattern: /^(?:.*\/)?data\/([^/]+)\/([^/]+)\/service-2\.json$/ },
  {
    source: "botocore",
    pattern: /^(?:.*\/)?data\/aws\/([^/]+)\/(\d{4}-\d{2}-\d{2})\.(?:normal|api)\.json$/,
  },
  { source: "api-models-aws", pattern: /^(?:.*\/)?([^/]+)\/service\/([^/]+)\/[^/]+\.json$/ },
  { source: "aws-models", pattern: /^(?:.*\/)?aws-models\/([^/]+)\.json()$/ },
  { source: "git", pattern: /^(?:.*\/)?([^/]+)\/(?:model\.json|model\.smithy|service-2\.json)()$/ },
  { source: "git", pattern: /^(?:.*\/)?([^/]+)\.smithy\.json()$/ },
];

/** botocore's own format, from before it took over the service teams' files. */
const OLD_FORMAT = /^(?:.*\/)?data\/aws\/(?:[^/_]+|[^/]+\/\d{4}-\d{2}-\d{2})\.json$/;

/** Folders whose models are made up. */
const TESTS = /(?:^|\/)(?:tests?|fixtures|testdata)\//;

/** Returns whether a path is that of a file of tests. */
export function isTest(path: string): boolean {
  return TESTS.test(path);
}

/** Returns what a path says about a model file, or `undefined` for any other file, those of tests included. */
export function findModelFile(path: string): ModelFile | undefined {
  if (isTest(path)) return undefined;
  for (const { source, pattern } of LAYOUTS) {
    const [, service, version] = pattern.exec(path) ?? [];
    if (service !== undefined) return { service, version: version ?? "", source };
  }
  return undefined;
}

/** Returns whether a path is that of a model in botocore's format of 2012 to 2014, which no reader knows. */
export function isOldFormat(path: string): boolean {
  return OLD_FORMAT.test(path) && !isTest(path);
}

/** Returns the version that a file of release notes is about, `next` for notes not released yet, or `undefined`. */
export function findRelease(path: string): string | undefined {
  if (/(?:^|\/)\.changes\/next-release\/[^/]+\.json$/.test(path)) return "next";
  return /(?:^|\/)\.changes\/(\d+(?:\.\d+)+)\.json$/.exec(path)?.[1];
}
