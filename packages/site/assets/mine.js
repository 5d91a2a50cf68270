// The page of what a reader chose: keeps the choice in this browser, and shows its changes.
const KEY = "mine";
const STEP = 50;
const VERDICTS = { breaking: "Breaking", check: "Check your code", safe: "Safe", notice: "Notice" };
const SIGNS = { breaking: "!", check: "±", safe: "✓", notice: "i" };

const mine = document.querySelector("[data-mine]");
const { root } = mine.dataset;
const hasFeeds = "feeds" in mine.dataset;
const part = (name) => mine.querySelector(`[data-mine-${name}]`);
const choices = new Map(
  [...document.querySelectorAll(".choices > li")].map((item) => [item.dataset.service, item]),
);
const loaded = new Map();
let shown = STEP;

/** The choice: operations by service; none of a service means all of it. */
const chosen = new Map();

const readChoice = () => {
  chosen.clear();
  try {
    for (const [service, operations] of JSON.parse(localStorage.getItem(KEY) ?? "[]"))
      if (choices.has(service)) chosen.set(service, new Set(operations.map(String)));
  } catch {
    // Storage may be switched off, or hold something else; then nothing is chosen.
  }
};

const keepChoice = () => {
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify([...chosen].map(([service, operations]) => [service, [...operations]])),
    );
  } catch {
    // The choice then lasts as long as the page.
  }
};

const load = (service) => {
  if (!loaded.has(service)) {
    const reading = fetch(`${root}data/${service}/changes.json`).then((response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    });
    reading.catch(() => loaded.delete(service));
    loaded.set(service, reading);
  }
  return loaded.get(service);
};

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const titleOf = (service) => choices.get(service).dataset.title;

const button = (label, name, act) => {
  const made = element("button", { type: "button", "aria-label": name }, label);
  made.addEventListener("click", act);
  return made;
};

const update = () => {
  keepChoice();
  shown = STEP;
  showAll();
};

const showChoices = () => {
  for (const [service, item] of choices) {
    const box = item.querySelector("input");
    if (box) box.checked = chosen.has(service);
  }
};

const chosenRow = (service) => {
  const operations = chosen.get(service);
  const item = element("li", {}, element("h3", {}, titleOf(service)));
  const scope = element(
    "p",
    { class: "more" },
    operations.size === 0 ? "All operations" : "Only these operations: ",
  );
  for (const operation of operations) {
    const remove = button(`${operation} ×`, `Leave out ${operation}`, () => {
      operations.delete(operation);
      update();
    });
    remove.className = "chip";
    scope.append(remove, " ");
  }
  const id = `operations-${service}`;
  const field = element("input", { type: "text", list: id, autocomplete: "off", spellcheck: "false" });
  const options = element("datalist", { id });
  const form = element(
    "form",
    {},
    element("label", {}, "Only some operations ", field),
    options,
    element("button", { type: "submit", "aria-label": `Add an operation of ${titleOf(service)}` }, "Add"),
  );
  const said = element("p", { role: "status", class: "more" });
  field.addEventListener("focus", async () => {
    if (options.childElementCount > 0) return;
    const { operations: names } = await load(service);
    options.replaceChildren(...names.map((name) => element("option", { value: name })));
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { operations: names } = await load(service);
    const wanted = field.value.trim().toLowerCase();
    const found = names.find((name) => name.toLowerCase() === wanted);
    if (found === undefined) {
      said.textContent = `There is no operation ${field.value.trim()}`;
      return;
    }
    operations.add(found);
    update();
    document.querySelector(`[data-of="${service}"] input`)?.focus();
  });
  form.dataset.of = service;
  item.append(scope, form, said);
  if (hasFeeds) item.append(feedRow(service));
  item.append(
    button("Remove", `Remove ${titleOf(service)}`, () => {
      chosen.delete(service);
      update();
    }),
  );
  return item;
};

const feedRow = (service) => {
  const address = new URL(`${root}api/${service}/feed.atom`, document.baseURI).href;
  const said = element("span", { role: "status", class: "more" });
  const field = element("input", { type: "text", readonly: "", value: address });
  const copy = button("Copy", `Copy the feed’s address of ${titleOf(service)}`, () => {
    navigator.clipboard.writeText(address).then(
      () => {
        said.textContent = "Copied";
      },
      () => {
        field.select();
        said.textContent = "Copying is not allowed here; it is selected.";
      },
    );
  });
  return element("p", { class: "feed-address" }, element("label", {}, "Feed ", field), copy, " ", said);
};

const changeRow = ({ service, change }) => {
  const { url, date, version, verdict, headline, more = 0, reaches } = change;
  const word = reaches === "all" ? "First record" : VERDICTS[verdict];
  const badge = element(
    "span",
    { class: `badge badge-${verdict}` },
    element("span", { class: "badge-sign", "aria-hidden": "true" }, SIGNS[verdict]),
    word,
  );
  const title = element("h3", { class: "change-title" }, element("a", { href: root + url }, headline));
  if (more > 0) title.append(element("span", { class: "more" }, ` And ${more} more.`));
  const when = element("div", { class: "change-when" }, element("time", { datetime: date }, date));
  if (version !== undefined) when.append(element("span", { class: "version" }, version));
  const head = element("p", { class: "change-head" }, badge, element("span", {}, titleOf(service)));
  return element(
    "li",
    { class: `change change-${verdict}` },
    when,
    element("div", { class: "change-what" }, head, title),
  );
};

const isWanted = (operations, { operations: names, change: { reaches, verdict } }) => {
  if (part("only").checked && verdict !== "breaking" && verdict !== "check") return false;
  return (
    operations.size === 0 || (reaches !== "all" && reaches.some((index) => operations.has(names[index])))
  );
};

const showChanges = async () => {
  const status = part("status");
  const asked = [...chosen.keys()];
  const read = await Promise.allSettled(asked.map(load));
  if (asked.join() !== [...chosen.keys()].join()) return;
  const rows = read.flatMap((result, at) => {
    if (result.status === "rejected") return [];
    const { operations, changes } = result.value;
    const service = asked[at];
    return changes
      .filter((change) => isWanted(chosen.get(service), { operations, change }))
      .map((change) => ({ service, change }));
  });
  rows.sort((a, b) => (a.change.date < b.change.date ? 1 : Number(a.change.date > b.change.date) * -1));
  part("changes").replaceChildren(...rows.slice(0, shown).map(changeRow));
  part("more").hidden = rows.length <= shown;
  const failed = read.filter(({ status: how }) => how === "rejected").length;
  const count =
    chosen.size === 0
      ? ""
      : `${rows.length.toLocaleString("en-US")} ${rows.length === 1 ? "change" : "changes"}`;
  status.textContent = failed > 0 ? `${count}; ${failed} could not be loaded` : count;
};

const showAll = () => {
  part("empty").hidden = chosen.size > 0;
  part("chosen").replaceChildren(...[...chosen.keys()].map(chosenRow));
  showChoices();
  return showChanges();
};

for (const [service, item] of choices) {
  const box = element("input", { type: "checkbox", "aria-label": `Choose ${titleOf(service)}` });
  box.addEventListener("change", () => {
    if (box.checked) chosen.set(service, new Set());
    else chosen.delete(service);
    update();
  });
  item.prepend(box, " ");
}
part("only").addEventListener("change", showChanges);
part("more").addEventListener("click", () => {
  const from = part("changes").childElementCount;
  shown += STEP;
  showChanges().then(() => part("changes").children[from]?.querySelector("a")?.focus());
});
addEventListener("storage", ({ key }) => {
  if (key !== KEY) return;
  readChoice();
  showAll();
});
mine.hidden = false;
document.querySelector("[data-mine-without]").hidden = true;
readChoice();
showAll();
