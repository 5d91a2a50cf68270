import type { Doc } from "../doc/doc.js";
import { printDoc } from "../doc/print-markdown.js";
import { createSpans, type Moment, type SpanView } from "../views/span-view.js";
import type { Page, RenderSetting } from "./page.js";

/** The name and version of the pages' JSON format. */
export const PAGE_FORMAT = "shapelog-page/1";

/** Returns a page as JSON: what it shows, texts as Markdown, times as spans. */
export function printPageJson(page: Page, setting: RenderSetting): string {
  const { url, title, description, updated, view } = page;
  const json = {
    format: PAGE_FORMAT,
    url,
    title,
    description,
    ...(updated === undefined ? {} : { updated }),
    view,
  };
  return `${escapeLineSeparators(JSON.stringify(json, (key, value) => shownValue(key, value, setting)))}\n`;
}

/** Documentation becomes Markdown, stretches of revision indexes become spans of dates; the record itself stays out. */
function shownValue(key: string, value: unknown, { record }: RenderSetting): unknown {
  if (key === "record" || key === "container") return undefined;
  if (isDoc(value)) return printDoc(value);
  if (key === "stretches" && record && isStretches(value)) {
    return createSpans(record, value, record.timeline.now).map(withoutUrls);
  }
  return value;
}

/** The address of a moment's change stands once in the service's data. */
function withoutUrls({ since, removed, ...rest }: SpanView): object {
  const bare = (moment: Moment | undefined) => moment && { ...moment, url: undefined };
  return { since: bare(since), removed: bare(removed), ...rest };
}

function isDoc(value: unknown): value is Doc {
  return (
    typeof value === "object" &&
    value !== null &&
    "blocks" in value &&
    "kind" in value &&
    value.kind === "doc"
  );
}

function isStretches(value: unknown): value is readonly { readonly from: number; readonly to: number }[] {
  return (
    Array.isArray(value) && value.every((part) => typeof part === "object" && part !== null && "from" in part)
  );
}

/** JSON allows these two in strings; JavaScript before 2019, and some line-based tools, do not. */
function escapeLineSeparators(text: string): string {
  return text.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
