// The search in the head of each page: a combobox with a list (WAI-ARIA APG). Fetched when it gets the focus.
import { describeRow, openSearch, pageUrl } from "./search-data.js";

const MOST = 12;
const WAIT = 120;
let started = false;

export const startSearch = (input) => {
  if (started) return;
  started = true;
  const form = input.form;
  const list = form.querySelector(".search-results");
  const status = form.querySelector(".search-status");
  const { root, service: own } = input.dataset;
  let search;
  let active = -1;
  let timer;
  let asked = "";

  input.type = "text";
  input.enterKeyHint = "search";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Search results");
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ])
    input.setAttribute(name, value);

  const options = () => [...list.children];
  const isOpen = () => input.getAttribute("aria-expanded") === "true";
  const setOpen = (open) => {
    form.parentElement.toggleAttribute("data-open", open);
    list.hidden = !open || list.childElementCount === 0;
    input.setAttribute("aria-expanded", String(open && !list.hidden));
    if (!open) setActive(-1);
  };
  const setActive = (index) => {
    active = index;
    for (const [at, option] of options().entries())
      option.setAttribute("aria-selected", String(at === index));
    const option = options()[index];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const optionOf = (row, index) => {
    const { name, url } = row;
    const option = document.createElement("a");
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.tabIndex = -1;
    option.id = `search-result-${index}`;
    option.href = root + url;
    const label = document.createElement("code");
    label.textContent = name;
    const what = document.createElement("span");
    what.textContent = describeRow(row, search.titleOf);
    // For those who hear it, with the comma that others see as a gap.
    option.append(label, document.createTextNode(" "), what);
    return option;
  };

  const show = (query, rows, isDone) => {
    const shown = rows.slice(0, MOST);
    const all = { name: `All results for “${query}”`, kind: "", url: pageUrl(query) };
    const before = options()[active]?.href;
    list.replaceChildren(...[...shown, ...(rows.length > 0 ? [all] : [])].map(optionOf));
    list.lastElementChild?.classList.add("search-all");
    status.textContent =
      rows.length > 0 ? countText(rows.length) : isDone ? `Nothing found for “${query}”` : "Searching…";
    setOpen(true);
    setActive(before === undefined ? -1 : options().findIndex(({ href }) => href === before));
  };

  const ask = async () => {
    const query = input.value.trim();
    asked = query;
    clearTimeout(timer);
    if (query === "") {
      status.textContent = "";
      list.replaceChildren();
      return setOpen(false);
    }
    if (!search) return;
    const now = search.findNow(query);
    show(query, now, false);
    timer = setTimeout(() => {
      search.find(query).then(
        (rows) => asked === query && show(query, rows, true),
        () => asked === query && show(query, now, true),
      );
    }, WAIT);
  };

  const open = () =>
    openSearch(root, own).then(
      (opened) => {
        search = opened;
        return ask();
      },
      () => {
        status.textContent = "Search could not be loaded.";
      },
    );
  open();

  input.addEventListener("input", ask);
  input.addEventListener("focus", () => (search ? input.value.trim() !== "" && ask() : open()));
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape") {
      if (isOpen()) setOpen(false);
      else {
        input.value = "";
        ask();
      }
    } else if (event.key === "ArrowDown" && count > 0) {
      if (!isOpen()) setOpen(true);
      setActive((active + 1) % count);
    } else if (event.key === "ArrowUp" && count > 0) {
      if (!isOpen()) setOpen(true);
      setActive(active <= 0 ? count - 1 : active - 1);
    } else if (event.key === "Enter" && isOpen() && active >= 0) {
      location.assign(options()[active].href);
      setOpen(false);
    } else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) setOpen(false);
  });
  list.addEventListener("click", () => setOpen(false));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget)) setOpen(false);
  });
};

const countText = (count) => `${count.toLocaleString("en-US")} found`;
