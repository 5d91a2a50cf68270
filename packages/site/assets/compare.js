// The script of the page that compares two revisions. Without it the page leads to comparisons that are made already.
import { compose } from "./compose.js";

const VERDICTS = ["breaking", "check", "safe", "notice"];
const WORDS = ["Breaking", "Check your code", "Safe", "Notice"];
const SIGNS = ["!", "±", "✓", "i"];
const DIRECTIONS = ["", "request", "response"];
const SHARED = "Several operations, or the service";
const MOST_ROWS = 400;
const MOST_VALUES = 12;

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

/** Sentences are text with code spans, and nothing else of Markdown. */
const sentenceOf = (text) => {
  const parts = [];
  let rest = 0;
  for (const match of text.matchAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)) {
    const inside = match[2];
    const isPadded = /^ [\s\S]* $/.test(inside) && inside.trim() !== "";
    parts.push(text.slice(rest, match.index), element("code", {}, isPadded ? inside.slice(1, -1) : inside));
    rest = match.index + match[0].length;
  }
  return [...parts, text.slice(rest)];
};

/** Versions are compared number by number: 1.9 comes before 1.10. */
const compareVersions = (a, b) => {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

const LOOKS = "Give a date such as 2022-08-18, a version such as 1.27.55, or latest.";

/** Returns the number of the revision that a text stands for, and what to say where it is another's day or version. */
const find = (revisions, text) => {
  const nameOf = ({ id, version }) => (version === undefined ? id : `${id} (${version})`);
  if (text === "") throw new Error(`Two revisions are needed. ${LOOKS}`);
  if (text === "latest") return { at: revisions.length - 1 };
  const same = revisions.findIndex(({ id, version }) => id === text || version === text);
  if (same !== -1) return { at: same };
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  const isVersion =
    /^\d+(\.\d+)+$/.test(text) && revisions.some(({ version }) => /^\d+(\.\d+)+$/.test(version ?? ""));
  if (!isDate && !isVersion) throw new Error(`There is no revision “${text}”. ${LOOKS}`);
  const isBefore = ({ date, version }) =>
    isDate ? date <= text : /^\d+(\.\d+)+$/.test(version ?? "") && compareVersions(version, text) <= 0;
  const at = revisions.findLastIndex(isBefore);
  if (at === -1) throw new Error(`The record starts later than ${text}: with ${nameOf(revisions[0])}.`);
  return {
    at,
    note:
      isDate && revisions[at].date === text
        ? undefined
        : `${text} has the model of ${nameOf(revisions[at])}.`,
  };
};

const form = document.querySelector("[data-compare]");
const status = form.querySelector("[data-status]");
const results = document.querySelector("[data-results]");
const rowsOf = results.querySelector("[data-rows]");
const { root } = form.dataset;

let loading;
const load = () => {
  loading ??= (async () => {
    const read = async (url) => {
      const response = await fetch(url);
      if (!response.ok)
        throw new Error("The data of this service cannot be had; the comparisons below need none.");
      return response.json();
    };
    const data = await read(form.dataset.compare);
    const folder = form.dataset.compare.replace(/[^/]*$/, "");
    const others = await Promise.all((data.more ?? []).map((file) => read(folder + file)));
    const all = (name) => [data, ...others].flatMap((part) => part[name]);
    return { ...data, lists: all("lists"), findings: all("findings"), cells: all("cells") };
  })();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};

const linkTo = (data, [operation, anchor], ...children) => {
  const [name, url] = data.operations[operation];
  const href = root + url.slice(1) + (anchor === "" ? "" : `#${anchor}`);
  return element("a", { href }, ...(children.length > 0 ? children : [element("code", {}, name)]));
};

const valuesOf = ({ removed = [], added = [] }) => {
  const mark = (sign, name) => (value) =>
    element(
      "span",
      { class: "change-value" },
      element("span", { class: "sign" }, sign),
      " ",
      element(name, {}, element("code", {}, String(value))),
    );
  const marks = [
    ...removed.slice(0, MOST_VALUES).map(mark("−", "del")),
    ...added.slice(0, MOST_VALUES).map(mark("+", "ins")),
  ];
  const more = removed.length + added.length - marks.length;
  const spaced = marks.flatMap((each) => [each, " "]);
  return element("p", { class: "change-values" }, ...spaced, more > 0 ? `and ${more} more` : "");
};

const wordsOf = ({ kind, direction, removed = [], sentence, unjudged, changes }) => {
  if (unjudged) return [`Changed in ${changes.length} revisions; see what each of them did.`];
  if (sentence !== undefined) return sentenceOf(sentence);
  if (kind === "errors") return ["Errors that can be raised, and that no longer are."];
  if (direction === 1)
    return [removed.length > 0 ? "What is gone can be refused." : "What is new may be sent."];
  return [
    removed.length > 0
      ? "What is gone is no longer returned; what is new can arrive."
      : "What is new can arrive.",
  ];
};

const rowOf = (data, row, isAlone) => {
  const { verdict, direction, name, operations, count, changes } = row;
  const path = element("code", { class: "path" }, row.kind === "errors" ? "errors" : name);
  const head = element(
    "p",
    { class: "change-head" },
    element(
      "span",
      { class: `badge badge-${VERDICTS[verdict]}` },
      element("span", { class: "badge-sign", "aria-hidden": "true" }, SIGNS[verdict]),
      WORDS[verdict],
    ),
    direction === 0 ? undefined : element("span", { class: "direction" }, DIRECTIONS[direction]),
    isAlone && operations[0] ? linkTo(data, operations[0], path) : path,
  );
  const when = changes
    .toSorted(([a], [b]) => a - b)
    .map(([revision, anchor]) => {
      const { id, url } = data.revisions[revision];
      return element("a", { href: root + url.slice(1) + (anchor === "" ? "" : `#${anchor}`) }, id);
    });
  const named = operations
    .slice(0, 5)
    .flatMap((operation, index) => [index > 0 ? ", " : "", linkTo(data, operation)]);
  const more = count - Math.min(5, operations.length);
  return element(
    "li",
    { class: `change change-${VERDICTS[verdict]}` },
    element("div", { class: "change-when" }, ...when),
    element(
      "div",
      { class: "change-what" },
      head,
      row.kind === undefined ? undefined : valuesOf(row),
      element("p", { class: "change-title" }, ...wordsOf(row)),
      isAlone || named.length === 0
        ? undefined
        : element("p", { class: "change-counts" }, ...named, more > 0 ? ` and ${more} more` : ""),
    ),
  );
};

const groupsOf = (data, rows) => {
  const groups = new Map();
  for (const row of rows.slice(0, MOST_ROWS)) {
    const key = row.count === 1 && row.operations.length === 1 ? row.operations[0][0] : SHARED;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, own]) => {
    const title = key === SHARED ? SHARED : linkTo(data, [key, ""]);
    const list = element(
      "ul",
      { class: "changes history" },
      ...own.map((row) => rowOf(data, row, key !== SHARED)),
    );
    return element("section", { class: "compared" }, element("h3", {}, title), list);
  });
};

const countsOf = (rows) => {
  const words = ["breaking", "to check", "safe", "deprecated"];
  const counts = words.map((word, verdict) => [rows.filter((row) => row.verdict === verdict).length, word]);
  const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return parts.length === 0 ? "Nothing differs that programs feel." : `${parts.join(", ")}.`;
};

/** Compares what the form says. Two that stand the wrong way round are swapped, and that is said. */
const show = async () => {
  results.hidden = true;
  status.textContent = "Comparing …";
  try {
    const data = await load();
    const texts = [form.elements.from, form.elements.to].map(({ value }) => value.trim());
    let ends = texts.map((text) => find(data.revisions, text));
    const notes = ends.flatMap(({ note }) => note ?? []);
    if (ends[0].at > ends[1].at) {
      notes.push("The first is the later one, so the two were swapped.");
      ends = ends.reverse();
      [form.elements.from.value, form.elements.to.value] = [texts[1], texts[0]];
    }
    const [from, to] = ends.map(({ at }) => at);
    if (from === to) throw new Error([...notes, "Both are the same revision."].join(" "));
    const rows = compose(data, from, to);
    const more = rows.length - MOST_ROWS;
    rowsOf.replaceChildren(
      ...groupsOf(data, rows),
      ...(more > 0 ? [element("p", { class: "more" }, `And ${more} more; compare a shorter time.`)] : []),
    );
    const [start, end] = [data.revisions[from].id, data.revisions[to].id];
    status.textContent = [...notes, `${start} → ${end}: ${countsOf(rows)}`].join(" ");
    results.hidden = false;
    document.title = `${start} → ${end} – ${baseTitle}`;
  } catch (error) {
    status.textContent = error.message;
    document.title = baseTitle;
  }
};

const baseTitle = document.title;
const readAddress = () => {
  const query = new URLSearchParams(location.search);
  form.elements.from.value = query.get("from") ?? "";
  form.elements.to.value = query.get("to") ?? "";
  if (query.has("from") && query.has("to")) return show();
  results.hidden = true;
  status.textContent = "";
  document.title = baseTitle;
};

const go = async () => {
  await show();
  const query = new URLSearchParams({
    from: form.elements.from.value.trim(),
    to: form.elements.to.value.trim(),
  });
  if (`?${query}` !== location.search) history.pushState(null, "", `?${query}`);
};

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});
form.querySelector("[data-swap]").addEventListener("click", () => {
  const { from, to } = form.elements;
  [from.value, to.value] = [to.value, from.value];
  from.focus();
});
addEventListener("popstate", readAddress);
readAddress();
