import type { RulePage } from "@shapelog/diagnostics";

/** Returns every page that there is, sorted by id: of rules, of validation events, of diagnostics. */
export async function loadPages(): Promise<readonly RulePage[]> {
  const modules = await Promise.all([import("@shapelog/diff/pages"), import("@shapelog/validate/pages")]);
  return modules.flatMap(({ PAGES }) => PAGES).sort((a, b) => (a.id < b.id ? -1 : 1));
}
