import { count } from "@shapelog/diff";
import type { Doc } from "../doc/doc.js";
import { inlineText } from "../doc/inline-text.js";
import { summarizeDoc } from "../doc/print-markdown.js";
import { readMessage } from "../doc/read-message.js";
import type { RevisionRecord, ServiceRecord, ShapeRecord } from "../record/service-record.js";
import { type ChangeSummary, changeTitle } from "../views/change-summary.js";
import { serviceRef } from "../views/service-ref.js";
import { type ChangeView, createChangeView } from "./change/change-view.js";
import { type CompareView, compareUrl, createCompareView } from "./compare/compare-view.js";
import { type CompareYearView, createYearViews } from "./compare/compare-year-view.js";
import { createListViews, type ListView } from "./lists/list-view.js";
import { createOperationView, type OperationView } from "./operation/operation-view.js";
import {
  createOperationHistoryView,
  type OperationHistoryView,
  operationHistoryUrl,
} from "./operation-history/operation-history-view.js";
import type { FeedRef, Page } from "./page.js";
import { createServiceView, type ServiceView } from "./service/service-view.js";
import { createTypeView, type TypeView } from "./type/type-view.js";
import { typesUrl } from "./types/letters.js";
import { createTypesViews, type TypesView } from "./types/types-view.js";

type DocOf = (text: string) => Doc;

const HOME = { label: "Home", url: "/" };

function pageBase(record: ServiceRecord): Pick<Page, "crumbs" | "feeds" | "service"> {
  return {
    crumbs: [HOME, { label: record.title, url: record.url }],
    feeds: serviceFeeds(record),
    service: serviceRef(record),
  };
}

/** Returns a service's feeds. */
export function serviceFeeds({ title, url }: ServiceRecord): FeedRef[] {
  return [
    { title: `${title}: changes`, url: `${url}feed` },
    { title: `${title}: breaking changes`, url: `${url}breaking` },
  ];
}

/** Returns a service's own page. */
export function planServicePage(
  record: ServiceRecord,
  changes: readonly ChangeSummary[],
  docOf: DocOf,
): Page<ServiceView> {
  const view = createServiceView(record, changes, docOf);
  return {
    ...pageBase(record),
    url: record.url,
    title: record.title,
    description: (view.doc && summarizeDoc(view.doc)) ?? `Operations, types and changes of ${record.title}.`,
    crumbs: [HOME],
    ...updatedOf(changes[0]?.moment.date),
    view,
  };
}

/** Returns an operation's page. */
export function planOperationPage(
  record: ServiceRecord,
  shape: ShapeRecord,
  docOf: DocOf,
): Page<OperationView> {
  const view = createOperationView(record, shape, docOf);
  return {
    ...pageBase(record),
    url: shape.url,
    title: `${uniqueName(shape)} – ${record.title}`,
    description: (view.doc && summarizeDoc(view.doc)) ?? `The operation ${shape.name} of ${record.title}.`,
    ...updatedOf(view.history[0]?.moment.date),
    view,
  };
}

/** Returns the page of an operation's history, where anything became of it. */
export function* planOperationHistory(
  record: ServiceRecord,
  shape: ShapeRecord,
): Generator<Page<OperationHistoryView>> {
  const url = operationHistoryUrl(record, shape);
  if (url === undefined) return;
  const base = pageBase(record);
  const view = createOperationHistoryView(record, shape);
  const name = uniqueName(shape);
  yield {
    ...base,
    url,
    title: `History of ${name} – ${record.title}`,
    description: `Every recorded change of the operation ${shape.name} of ${record.title}.`,
    crumbs: [...base.crumbs, { label: name, url: shape.url }],
    ...updatedOf(view.history[0]?.moment.date),
    view,
  };
}

/** Returns the pages of a service's types. */
export function* planTypesPages(record: ServiceRecord): Generator<Page<TypesView>> {
  const base = pageBase(record);
  for (const view of createTypesViews(record)) {
    const words = view.letter === undefined ? "Types" : `Types beginning with ${view.letter}`;
    yield {
      ...base,
      url: view.url,
      title: `${words} – ${record.title}`,
      description: `${words} of ${record.title}, with their pages.`,
      crumbs:
        view.letter === undefined ? base.crumbs : [...base.crumbs, { label: "Types", url: typesUrl(record) }],
      view,
    };
  }
}

/** Returns a type's page. */
export function planTypePage(record: ServiceRecord, shape: ShapeRecord, docOf: DocOf): Page<TypeView> {
  const view = createTypeView(record, shape, docOf);
  const word = view.shapeKind;
  const base = pageBase(record);
  return {
    ...base,
    url: shape.url,
    crumbs: [...base.crumbs, { label: "Types", url: typesUrl(record) }],
    title: `${uniqueName(shape)} (${word}) – ${record.title}`,
    description: (view.doc && summarizeDoc(view.doc)) ?? `The ${word} ${shape.name} of ${record.title}.`,
    ...updatedOf(view.history[0]?.moment.date),
    view,
  };
}

/** Returns a change's page. */
export function planChangePage(
  record: ServiceRecord,
  revision: RevisionRecord,
  docOf: DocOf,
): Page<ChangeView> {
  const view = createChangeView(record, revision, docOf);
  const { headline, moment } = view.summary;
  const base = pageBase(record);
  return {
    ...base,
    url: revision.url,
    title: changeTitle(view.summary),
    description: inlineText(readMessage(headline)),
    crumbs: [...base.crumbs, { label: "Changes", url: `/changes/${record.id}/` }],
    updated: moment.date,
    view,
  };
}

/** Returns the pages of a service's list of changes. */
export function* planChangeLists(
  record: ServiceRecord,
  changes: readonly ChangeSummary[],
): Generator<Page<ListView>> {
  const url = `/changes/${record.id}/`;
  const list = {
    url,
    heading: `Changes of ${record.title}`,
    intro: `${count(changes.length, "recorded revision")}, newest first.`,
  };
  for (const view of createListViews(list, changes, (page) => `${url}page-${page}/`)) {
    yield {
      ...pageBase(record),
      url: view.urls[view.page - 1] ?? url,
      title: view.page === 1 ? list.heading : `${list.heading}, page ${view.page}`,
      description: `Every recorded change of ${record.title}.`,
      ...updatedOf(view.changes[0]?.moment.date),
      view,
    };
  }
}

/** Returns the pages that compare revisions. Search engines are to find the changes instead. */
export function* planComparePages(record: ServiceRecord): Generator<Page<CompareView | CompareYearView>> {
  const base = { ...pageBase(record), indexed: false };
  const years = createYearViews(record);
  yield {
    ...base,
    url: compareUrl(record),
    title: `Compare – ${record.title}`,
    description: `What differs between any two recorded revisions of ${record.title}.`,
    view: createCompareView(record, years),
  };
  for (const view of years) {
    yield {
      ...base,
      url: view.url,
      title: `Compare, ${view.year} – ${record.title}`,
      description: `What ${record.title} was another at the end of ${view.year} than a year before.`,
      crumbs: [...base.crumbs, { label: "Compare", url: compareUrl(record) }],
      updated: view.after.date,
      view,
    };
  }
}

function updatedOf(date: string | undefined): { readonly updated?: string } {
  return date === undefined ? {} : { updated: date };
}

/** Shapes of one name, in two namespaces, are told apart by their whole ids. */
function uniqueName({ id, name, url }: ShapeRecord): string {
  return url.includes("~") ? id : name;
}
