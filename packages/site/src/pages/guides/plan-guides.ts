import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import { siteDiagnostics } from "../../diagnostics.js";
import type { SearchRow } from "../../search/search-row.js";
import type { FeedRef, Page } from "../page.js";
import type { Guide, GuideSet } from "./guide.js";
import {
  chooseGuides,
  createGuidesView,
  createGuideView,
  groupGuides,
  guideRef,
  summarizeGuide,
  titleOf,
} from "./guide-view.js";
import { readGuide } from "./read-guide.js";
import { createLinkTargets, type OpenGuide, resolveLinks } from "./resolve-links.js";

/** The guides of a site as they are being made into pages. */
export interface PlannedGuides {
  readonly pages: Iterable<Page>;
  /** What search finds: each guide by its title. */
  readonly symbols: readonly SearchRow[];
}

/** What a site's guides are made with. */
export interface PlanGuidesOptions {
  readonly rules: readonly RulePage[];
  readonly feeds: readonly FeedRef[];
  /** Takes what is found while pages are made. */
  readonly diagnostics: Diagnostic[];
}

const HOME = { label: "Home", url: "/" };
const LIST = { label: "Guides", url: "/guides/" };

/** Returns the pages of a site's guides: a list of them, and one for each. There are none where there are no guides. */
export function planGuides(set: GuideSet, options: PlanGuidesOptions): PlannedGuides {
  const { diagnostics } = options;
  const guides = chooseGuides(set.guides, (id) => {
    diagnostics.push(siteDiagnostics.create("bad-guide-id", undefined, { guide: id }));
  });
  const open = guides.map((guide: Guide): OpenGuide => ({ guide, read: readGuide(guide.markdown) }));
  return {
    pages: open.length === 0 ? [] : planPages(set, open, options),
    symbols: open.map((each) => [titleOf(each), "guide", guideRef(each).url.slice(1)]),
  };
}

function* planPages(
  set: GuideSet,
  open: readonly OpenGuide[],
  { rules, feeds, diagnostics }: PlanGuidesOptions,
): Generator<Page> {
  const targets = createLinkTargets(set, open, rules);
  const groups = groupGuides(open, guideRef);
  yield {
    url: LIST.url,
    title: LIST.label,
    description: "How to use what is documented here, from the first steps on.",
    crumbs: [HOME],
    feeds,
    view: createGuidesView(open),
  };
  for (const [index, each] of open.entries()) {
    const [previous, next] = [open[index - 1], open[index + 1]].map((other) => other && guideRef(other));
    const blocks = resolveLinks(each, targets, diagnostics);
    yield {
      url: guideRef(each).url,
      title: titleOf(each),
      description: summarizeGuide(each.read.blocks) || titleOf(each),
      crumbs: [HOME, LIST],
      feeds,
      view: createGuideView(each, blocks, { groups, previous, next }),
    };
  }
}
