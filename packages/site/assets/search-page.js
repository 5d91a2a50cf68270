// The page of searches: shows what the query in its address finds.
import { describeRow, openSearch } from "./search-data.js";

const STEP = 50;
/** So many services are looked through for a name. */
const MOST_SERVICES = 25;

const form = document.querySelector("[data-search-page]");
const input = form.querySelector("input");
const list = document.querySelector("[data-found]");
const status = document.querySelector("[data-found-status]");
const more = document.querySelector("[data-found-more]");
const { root } = document.querySelector("#search").dataset;
let search;
let found = [];
let asked = "";

const rowOf = (row) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const label = document.createElement("code");
  label.textContent = row.name;
  link.href = root + row.url;
  link.append(label);
  item.append(link, ` ${describeRow(row, search.titleOf)}`);
  return item;
};

const showMore = () => {
  const from = list.childElementCount;
  list.append(...found.slice(from, from + STEP).map(rowOf));
  more.hidden = list.childElementCount >= found.length;
  return list.children[from]?.querySelector("a");
};

const show = async () => {
  const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  input.value = query;
  asked = query;
  list.replaceChildren();
  more.hidden = true;
  status.textContent = query === "" ? "" : "Searching…";
  if (query === "") return;
  try {
    search ??= await openSearch(root);
    found = await search.find(query, MOST_SERVICES);
  } catch {
    status.textContent = "Search could not be loaded. The lists below lead to all operations and types.";
    return;
  }
  if (asked !== query) return;
  const count = found.length.toLocaleString("en-US");
  status.textContent = found.length === 0 ? `Nothing found for “${query}”` : `${count} found for “${query}”`;
  showMore();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?q=${encodeURIComponent(input.value.trim())}`);
  show();
});
more.addEventListener("click", () => showMore()?.focus());
addEventListener("popstate", show);
show();
