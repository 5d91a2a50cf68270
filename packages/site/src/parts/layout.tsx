import type { ComponentChildren, VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import type { Page, RenderSetting } from "../pages/page.js";
import { packIndexUrl } from "../pages/twin-packs.js";
import type { Link } from "./link.js";
import { THEME_SCRIPT, THEME_SCRIPT_HASH } from "./theme-script.js";

/** What frames a page's content. */
export interface LayoutProps {
  readonly page: Page;
  readonly setting: RenderSetting;
  readonly link: Link;
  readonly aside: VNode | null;
  readonly children: ComponentChildren;
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  `script-src 'self' '${THEME_SCRIPT_HASH}'`,
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

/** Shows a page in the frame all pages share. */
export function Layout({ page, setting, link, aside, children }: LayoutProps): VNode {
  return (
    <html lang="en">
      <Head page={page} setting={setting} link={link} />
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <SiteHeader page={page} setting={setting} link={link} />
        <div class={aside ? "frame with-aside" : "frame alone"}>
          {page.crumbs.length > 0 ? <Breadcrumb page={page} link={link} /> : null}
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          {aside ? <div class="aside">{aside}</div> : null}
        </div>
        <SiteFooter page={page} setting={setting} link={link} />
      </body>
    </html>
  );
}

function Head({ page, setting, link }: Pick<LayoutProps, "page" | "setting" | "link">): VNode {
  const { baseUrl, siteTitle } = setting;
  const full = page.url === "/" ? page.title : `${page.title} – ${siteTitle}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="strict-origin-when-cross-origin" />
      <title>{visibleName(full)}</title>
      <meta name="description" content={visibleName(page.description)} />
      {page.indexed === false ? <meta name="robots" content="noindex" /> : null}
      <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      <link rel="stylesheet" href={link("/assets/site.css")} />
      <link rel="icon" href={link("/assets/icon.svg")} type="image/svg+xml" />
      {baseUrl !== undefined && page.view.kind !== "not-found" ? (
        <link rel="canonical" href={`${baseUrl}${page.url.slice(1)}`} />
      ) : null}
      {page.view.kind === "not-found" ? null : <Twins page={page} setting={setting} link={link} />}
      {baseUrl === undefined ? null : <FeedLinks page={page} link={link} />}
      <Preview page={page} setting={setting} />
      <script src={link("/assets/site.js")} defer />
      {page.view.kind === "compare" ? <script type="module" src={link("/assets/compare.js")} /> : null}
    </head>
  );
}

/** Shows what other sites show of a page they link to (Open Graph). */
function Preview({ page, setting }: Pick<LayoutProps, "page" | "setting">): VNode {
  const { baseUrl, siteTitle } = setting;
  const isArticle = page.view.kind === "change";
  return (
    <>
      <meta property="og:title" content={visibleName(page.title)} />
      <meta property="og:description" content={visibleName(page.description)} />
      <meta property="og:type" content={isArticle ? "article" : "website"} />
      <meta name="twitter:card" content="summary" />
      <meta property="og:site_name" content={visibleName(siteTitle)} />
      {baseUrl === undefined ? null : <meta property="og:url" content={`${baseUrl}${page.url.slice(1)}`} />}
      {isArticle && page.updated !== undefined ? (
        <meta property="article:published_time" content={page.updated} />
      ) : null}
    </>
  );
}

function Twins({ page, setting, link }: Pick<LayoutProps, "page" | "setting" | "link">): VNode {
  if (setting.twins === "packed")
    return <link rel="alternate" type="application/json" href={link(packIndexUrl(page))} />;
  return (
    <>
      <link rel="alternate" type="application/json" href={link(`${page.url}index.json`)} />
      <link rel="alternate" type="text/markdown" href={link(`${page.url}index.md`)} />
    </>
  );
}

function FeedLinks({ page, link }: Pick<LayoutProps, "page" | "link">): VNode {
  return (
    <>
      {page.feeds
        .map(({ title: name, url }) => [visibleName(name), url] as const)
        .map(([title, url]) => (
          <>
            <link
              rel="alternate"
              type="application/atom+xml"
              title={`${title} (Atom)`}
              href={link(`${url}.atom`)}
            />
            <link
              rel="alternate"
              type="application/rss+xml"
              title={`${title} (RSS)`}
              href={link(`${url}.rss`)}
            />
            <link
              rel="alternate"
              type="application/feed+json"
              title={`${title} (JSON Feed)`}
              href={link(`${url}.json`)}
            />
          </>
        ))}
    </>
  );
}

const NAVIGATION = [
  { label: "Services", url: "/services/" },
  { label: "Changes", url: "/changes/" },
  { label: "Breaking", url: "/breaking/" },
  { label: "How we judge", url: "/about/severity/" },
];
const GUIDES = { label: "Guides", url: "/guides/" };

function SiteHeader({ page, setting, link }: Pick<LayoutProps, "page" | "setting" | "link">): VNode {
  return (
    <header class="site-header">
      <a class="wordmark" href={link("/")}>
        <span class="wordmark-sign" aria-hidden="true">
          ±
        </span>
        {visibleName(setting.siteTitle)}
      </a>
      <nav aria-label="Site">
        <ul>
          {[...NAVIGATION, ...(setting.hasGuides ? [GUIDES] : [])].map(({ label, url }) => (
            <li>
              <a href={link(url)} {...(page.url === url ? { "aria-current": "page" as const } : {})}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <search class="search">
        <form action={link("/search/")}>
          <label for="search">Search</label>
          <input
            id="search"
            type="search"
            name="q"
            placeholder="Operation, field, value, version"
            autoComplete="off"
            maxLength={200}
            data-root={link("/")}
            {...(page.service ? { "data-service": page.service.id } : {})}
          />
          <div class="search-panel">
            <p class="search-status" role="status"></p>
            <div class="search-results" id="search-results" hidden></div>
          </div>
        </form>
      </search>
      <button class="theme" type="button" data-theme-toggle hidden>
        Theme: system
      </button>
    </header>
  );
}

function Breadcrumb({ page, link }: Pick<LayoutProps, "page" | "link">): VNode {
  return (
    <nav class="breadcrumb" aria-label="Breadcrumb">
      <ol>
        {page.crumbs.map(({ label, url }) => (
          <li>
            <a href={link(url)}>{visibleName(label)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SiteFooter({ page, setting, link }: Pick<LayoutProps, "page" | "setting" | "link">): VNode {
  return (
    <footer class="site-footer">
      <p>
        <TwinLinks page={page} setting={setting} link={link} /> map for machines in{" "}
        <a href={link("/llms.txt")}>llms.txt</a>.
      </p>
      {setting.baseUrl === undefined || page.feeds.length === 0 ? null : (
        <ul class="feeds">
          {page.feeds.map(({ title, url }) => (
            <li>
              {visibleName(title)}: <a href={link(`${url}.atom`)}>Atom</a>{" "}
              <a href={link(`${url}.rss`)}>RSS</a> <a href={link(`${url}.json`)}>JSON Feed</a>
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}

/** Says where the page is for machines; the beginning of a sentence that goes on with a map. */
function TwinLinks({ page, setting, link }: Pick<LayoutProps, "page" | "setting" | "link">): VNode {
  if (page.view.kind === "not-found") return <>A</>;
  if (setting.twins === "packed")
    return (
      <>
        This page as Markdown and JSON is in a file that{" "}
        <a href={link(packIndexUrl(page))}>{packIndexUrl(page).slice(1)}</a> names; a
      </>
    );
  return (
    <>
      This page as <a href={link(`${page.url}index.md`)}>Markdown</a> and{" "}
      <a href={link(`${page.url}index.json`)}>JSON</a>; a
    </>
  );
}
