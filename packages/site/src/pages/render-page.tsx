import { unreachable } from "@shapelog/model";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { Aside } from "../parts/aside.js";
import { Layout } from "../parts/layout.js";
import { absoluteLink, type Link, relativeLink } from "../parts/link.js";
import { AboutPage } from "./about/about-page.js";
import { ChangePage } from "./change/change-page.js";
import { ComparePage, CompareYearPage } from "./compare/compare-page.js";
import { GuideAside } from "./guides/guide-aside.js";
import { GuidePage } from "./guides/guide-page.js";
import { GuidesPage } from "./guides/guides-page.js";
import { HomePage } from "./home/home-page.js";
import { ListPage } from "./lists/list-page.js";
import { SilentPage } from "./lists/silent-page.js";
import { MinePage } from "./mine/mine-page.js";
import { OperationPage } from "./operation/operation-page.js";
import { OperationHistoryPage } from "./operation-history/operation-history-page.js";
import type { Page, PageView, RenderedPage, RenderSetting } from "./page.js";
import { printPageJson } from "./print-page-json.js";
import { printPageMarkdown } from "./print-page-markdown.js";
import { RulePageBody } from "./rules/rule-page.js";
import { RulesPage } from "./rules/rules-page.js";
import { NamesPage, SearchPage } from "./search/search-page.js";
import { ServicePage } from "./service/service-page.js";
import { ServicesPage } from "./service/services-page.js";
import { TypePage } from "./type/type-page.js";
import { TypesPage } from "./types/types-page.js";

/** Renders a page as its three twins. The same page and setting give the same text. */
export function render(page: Page, setting: RenderSetting): RenderedPage {
  return {
    html: renderHtml(page, setting),
    markdown: printPageMarkdown(page, setting, markdownLink(page.url, setting)),
    json: printPageJson(page, setting),
  };
}

/** Renders a page as HTML alone. */
export function renderHtml(page: Page, setting: RenderSetting): string {
  const link =
    page.view.kind === "not-found" ? absoluteLink(basePath(setting.baseUrl)) : relativeLink(page.url);
  const aside = asideOf(page, setting, link);
  const html = renderToString(
    <Layout page={page} setting={setting} link={link} aside={aside}>
      <PageBody page={page} setting={setting} link={link} />
    </Layout>,
  );
  return `<!DOCTYPE html>\n${html}\n`;
}

function asideOf(page: Page, { record }: RenderSetting, link: Link): VNode | null {
  if (page.view.kind === "guide") return <GuideAside view={page.view} url={page.url} link={link} />;
  return record && WITH_ASIDE.has(page.view.kind) ? <Aside page={page} record={record} link={link} /> : null;
}

const WITH_ASIDE: ReadonlySet<PageView["kind"]> = new Set(["operation", "type", "service", "change"]);

function PageBody({ page, setting, link }: { page: Page; setting: RenderSetting; link: Link }): VNode | null {
  const { view } = page;
  const { record } = setting;
  switch (view.kind) {
    case "home":
      return <HomePage view={view} link={link} />;
    case "services":
      return <ServicesPage view={view} link={link} />;
    case "service":
      return <ServicePage view={view} link={link} />;
    case "operation":
      return record ? <OperationPage view={view} record={record} link={link} /> : null;
    case "operation-history":
      return <OperationHistoryPage view={view} link={link} />;
    case "type":
      return record ? <TypePage view={view} record={record} link={link} /> : null;
    case "types":
      return <TypesPage view={view} link={link} />;
    case "change":
      return <ChangePage view={view} link={link} />;
    case "compare":
      return <ComparePage view={view} link={link} />;
    case "compare-year":
      return <CompareYearPage view={view} link={link} />;
    case "list":
      return <ListPage view={view} link={link} showService={page.service === undefined} />;
    case "silent":
      return <SilentPage view={view} link={link} />;
    case "search":
      return <SearchPage view={view} link={link} />;
    case "names":
      return <NamesPage view={view} link={link} />;
    case "mine":
      return <MinePage view={view} link={link} hasFeeds={setting.baseUrl !== undefined} />;
    case "about":
      return <AboutPage view={view} link={link} />;
    case "rules":
      return <RulesPage view={view} link={link} />;
    case "rule":
      return <RulePageBody view={view} />;
    case "guides":
      return <GuidesPage view={view} link={link} />;
    case "guide":
      return <GuidePage view={view} link={link} />;
    case "not-found":
      return (
        <>
          <h1 data-missing>There is no such page</h1>
          <p class="lede">
            Search above, or look in <a href={link("/services/")}>all services</a> and{" "}
            <a href={link("/changes/")}>all changes</a>. Pages of what was removed stay where they were.
          </p>
        </>
      );
    default:
      return unreachable(view);
  }
}

/** Markdown links lead to the Markdown twins; in packs they are what the index names pages by. */
function markdownLink(from: string, { twins }: RenderSetting): Link {
  if (twins === "packed") return (url) => url;
  const link = relativeLink(from);
  return (url) => {
    const [path = "", fragment] = url.split("#", 2);
    const target = path.endsWith("/") ? `${path}index.md` : path;
    return link(fragment === undefined ? target : `${target}#${fragment}`);
  };
}

/** Returns the path a site is under, from its base address. */
export function basePath(baseUrl: string | undefined): string {
  return baseUrl === undefined ? "/" : new URL(baseUrl).pathname;
}
