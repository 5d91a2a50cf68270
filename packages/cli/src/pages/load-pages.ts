import type { RulePage } from "@shapelog/diagnostics";

/** What packs the pages of each package. Loaded where a page is asked for. */
const SOURCES: readonly (() => Promise<{ readonly PAGES: readonly RulePage[] }>)[] = [
  () => import("@shapelog/botocore/pages"),
  () => import("@shapelog/changelog/pages"),
  () => import("@shapelog/changes/pages"),
  () => import("@shapelog/cli/pages"),
  () => import("@shapelog/diff/pages"),
  () => import("@shapelog/emit/pages"),
  () => import("@shapelog/emit-openapi/pages"),
  () => import("@shapelog/emit-types/pages"),
  () => import("@shapelog/history/pages"),
  () => import("@shapelog/impact/pages"),
  () => import("@shapelog/json/pages"),
  () => import("@shapelog/ledger/pages"),
  () => import("@shapelog/model/pages"),
  () => import("@shapelog/site/pages"),
  () => import("@shapelog/smithy/pages"),
  () => import("@shapelog/validate/pages"),
];

/** Returns every page that there is, sorted by id: of rules, of validation events, of diagnostics. */
export async function loadPages(): Promise<readonly RulePage[]> {
  const modules = await Promise.all(SOURCES.map((load) => load()));
  return modules.flatMap(({ PAGES }) => PAGES).sort((a, b) => (a.id < b.id ? -1 : 1));
}
