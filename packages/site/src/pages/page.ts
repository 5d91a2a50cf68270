import type { SourceLinks, Twins } from "../options.js";
import type { ServiceRecord } from "../record/service-record.js";
import type { ServiceRef } from "../views/service-ref.js";
import type { AboutView } from "./about/about-view.js";
import type { ChangeView } from "./change/change-view.js";
import type { CompareView } from "./compare/compare-view.js";
import type { CompareYearView } from "./compare/compare-year-view.js";
import type { GuidesView, GuideView } from "./guides/guide-view.js";
import type { HomeView } from "./home/home-view.js";
import type { ListView } from "./lists/list-view.js";
import type { SilentView } from "./lists/silent-view.js";
import type { MineView } from "./mine/mine-view.js";
import type { OperationView } from "./operation/operation-view.js";
import type { OperationHistoryView } from "./operation-history/operation-history-view.js";
import type { RuleView } from "./rules/rule-view.js";
import type { RulesView } from "./rules/rules-view.js";
import type { NamesView, SearchView } from "./search/search-view.js";
import type { ServiceView } from "./service/service-view.js";
import type { ServicesView } from "./service/services-view.js";
import type { TypeView } from "./type/type-view.js";
import type { TypesView } from "./types/types-view.js";

/** A step of the way from home to a page. */
export interface Crumb {
  readonly label: string;
  readonly url: string;
}

/** A page that is there for addresses that are not. */
export interface NotFoundView {
  readonly kind: "not-found";
}

/** What a page shows; its `kind` decides how. */
export type PageView =
  | AboutView
  | ChangeView
  | CompareView
  | CompareYearView
  | GuidesView
  | GuideView
  | HomeView
  | ListView
  | MineView
  | NamesView
  | NotFoundView
  | OperationHistoryView
  | OperationView
  | RulesView
  | RuleView
  | SearchView
  | ServiceView
  | ServicesView
  | SilentView
  | TypesView
  | TypeView;

/** One page of a site, before it is rendered. */
export interface Page<View extends PageView = PageView> {
  /** From the site's root, with a slash at either end. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** From home to the page above this one. */
  readonly crumbs: readonly Crumb[];
  readonly service?: ServiceRef;
  /** The addresses of its feeds without their endings, and their titles. */
  readonly feeds: readonly FeedRef[];
  /** The day of the last change that shows on it. */
  readonly updated?: string;
  /** Default: true. */
  readonly indexed?: boolean;
  readonly view: View;
}

/** A feed in three formats. */
export interface FeedRef {
  readonly title: string;
  /** Such as `/breaking/feed`, to be ended by `.rss`, `.atom` or `.json`. */
  readonly url: string;
}

/** What holds for all pages of a site, resolved. Plain data: it can be sent to a thread. */
export interface SiteSetting {
  readonly siteTitle: string;
  /** With a slash at its end; absent where none was given. */
  readonly baseUrl: string | undefined;
  /** Whether the site has guides. Default: false. */
  readonly hasGuides?: boolean;
  /** Where sources can be read. */
  readonly links?: SourceLinks;
  /** Default: `beside`. */
  readonly twins?: Twins;
}

/** What rendering needs besides the page. */
export interface RenderSetting extends SiteSetting {
  /** The service's record, on pages of one. */
  readonly record?: ServiceRecord;
}

/** A page's three twins. */
export interface RenderedPage {
  readonly html: string;
  readonly markdown: string;
  readonly json: string;
}
