import type { OldAddress, SiteFile } from "../options.js";
import { basePath } from "../pages/render-page.js";
import type { ServiceSummary } from "../service-summary.js";
import type { ChangeSummary } from "../views/change-summary.js";

/** The name and version of the format of the map of redirects. */
export const REDIRECTS_FORMAT = "shapelog-redirects/1";

/** An old address and today's, both from the host's root; with `*` at the end of both, all below them. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** Whether it leads to the very page: a list of changes is the nearest where a change is not known. */
  readonly exact: boolean;
}

/** Where old addresses lead, and those that lead nowhere as their service is not there. */
export interface Redirects {
  readonly rows: readonly Redirect[];
  readonly lost: readonly OldAddress[];
}

type Known = Pick<ServiceSummary, "row" | "changes" | "formerIds">;

/** Returns where the addresses of an older site lead, and those of services that have another id now. */
export function createRedirects(
  addresses: readonly OldAddress[],
  summaries: readonly Known[],
  baseUrl: string | undefined,
): Redirects {
  const base = basePath(baseUrl);
  const at = (url: string) => `${base}${url.slice(1)}`;
  const ids = new Map(summaries.map((summary) => [summary.row.service.id, summary]));
  const renamed = summaries.flatMap((summary) =>
    summary.formerIds.filter((name) => !ids.has(name)).map((name) => [name, summary] as const),
  );
  const services = new Map([...renamed, ...ids]);
  const lost: OldAddress[] = [];
  const rows = addresses.flatMap((address): Redirect[] => {
    const service = services.get(address.service);
    if (!service) lost.push(address);
    if (!service || !isPath(address.from)) return [];
    const change = findChange(service.changes, address);
    const url = change?.url ?? `/changes/${service.row.service.id}/`;
    return [{ from: address.from, to: at(url), exact: change !== undefined }];
  });
  const moved = renamed.flatMap(([name, { row }]) =>
    ["api", "changes"].map((part) => ({
      from: at(`/${part}/${name}/*`),
      to: at(`/${part}/${row.service.id}/*`),
      exact: true,
    })),
  );
  return { rows: [...moved, ...rows], lost };
}

/** Returns the change of a day; of several, the one of the release. */
function findChange(changes: readonly ChangeSummary[], { date, version }: OldAddress) {
  const ofDay = changes.filter(({ moment }) => moment.date === date);
  const ofRelease = ofDay.filter(({ source }) => source?.version === version);
  return ofDay.length > 1 && version !== undefined && ofRelease.length === 1 ? ofRelease[0] : ofDay[0];
}

/** Spaces and line feeds would end an address in the host's file; `*` and `:` mean more there. */
function isPath(from: string): boolean {
  return /^\/[\w./~%+-]*$/.test(from);
}

/** Returns the map as JSON, and as the `_redirects` that Netlify and Cloudflare Pages read. Nothing where it is empty. */
export function redirectFiles({ rows }: Redirects): SiteFile[] {
  if (rows.length === 0) return [];
  const lines = rows.map(({ from, to }) => `${from} ${to.replace(/\*$/, ":splat")} 301\n`);
  const json = rows.map((row) => JSON.stringify(row)).join(",\n");
  return [
    { path: "_redirects", text: lines.join("") },
    { path: "redirects.json", text: `{"format":"${REDIRECTS_FORMAT}","redirects":[\n${json}\n]}\n` },
  ];
}
