// The site's script: theme, open branches, copy, search. Pages say everything without it.
(() => {
  const root = document.documentElement;

  const THEMES = ["system", "light", "dark"];
  const toggle = document.querySelector("[data-theme-toggle]");
  const showTheme = (theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    toggle.textContent = `Theme: ${theme}`;
  };
  const store = (theme) => {
    try {
      if (theme === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch {
      // Storage may be switched off; the choice then lasts as long as the page.
    }
  };
  if (toggle) {
    toggle.hidden = false;
    showTheme(root.dataset.theme ?? "system");
    toggle.addEventListener("click", () => {
      const current = THEMES.indexOf(root.dataset.theme ?? "system");
      const theme = THEMES[(current + 1) % THEMES.length];
      showTheme(theme);
      store(theme);
    });
  }

  const reveal = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // A fragment that is no valid escape is looked up as it stands.
    }
    const target = id === "" ? null : document.getElementById(id);
    if (!target) return;
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    const own = target.querySelector(":scope > details");
    if (own) own.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Hosts that do not lead to the slash at the end of a folder show the page for what is not there.
  if (document.querySelector("[data-missing]") && !location.pathname.endsWith("/")) {
    const target = `${location.pathname}/`;
    fetch(target, { method: "HEAD" })
      .then(({ ok }) => {
        if (ok) location.replace(target + location.search + location.hash);
      })
      .catch(() => {});
  }

  const expand = document.querySelector("[data-expand]");
  if (expand && document.querySelector(".tree details")) {
    expand.hidden = false;
    expand.addEventListener("click", () => {
      const open = expand.getAttribute("aria-expanded") !== "true";
      for (const details of document.querySelectorAll(".tree details, .branch details")) details.open = open;
      expand.setAttribute("aria-expanded", String(open));
      expand.textContent = open ? "Collapse all" : "Expand all";
    });
  }

  for (const tools of document.querySelectorAll("[data-entry-tools]")) {
    tools.hidden = false;
    const field = tools.querySelector("[data-filter]");
    const isEntries = field.dataset.filter === "entry";
    const items = [...document.querySelectorAll(isEntries ? ".entry" : ".name-list > li")];
    const boxes = [...tools.querySelectorAll("[data-verdict]")];
    const texts = new Map();
    const textOf = (item) => {
      if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
      return texts.get(item);
    };
    const narrow = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.verdict));
      let shown = 0;
      for (const item of items) {
        const fits = !off.has(item.dataset.verdict) && words.every((word) => textOf(item).includes(word));
        item.toggleAttribute("data-away", !fits);
        if (fits) shown++;
      }
      for (const group of document.querySelectorAll("[data-group]")) {
        group.toggleAttribute("data-away", !group.querySelector("li:not([data-away])"));
        const folded = group.querySelector(":scope > details");
        if (folded && words.length > 0) folded.open = true;
      }
      const all = words.length === 0 && off.size === 0;
      tools.querySelector("[data-filter-status]").textContent = all ? "" : `${shown} of ${items.length}`;
    };
    tools.addEventListener("input", narrow);
    narrow();
    const fold = tools.querySelector("[data-fold]");
    fold?.addEventListener("click", () => {
      const open = fold.getAttribute("aria-expanded") !== "true";
      for (const details of document.querySelectorAll(".entry > details, [data-group] > details"))
        details.open = open;
      fold.setAttribute("aria-expanded", String(open));
      fold.textContent = open ? "Collapse all" : "Expand all";
    });
    // What a link leads to is shown, whatever the filter says.
    addEventListener("hashchange", () => {
      if (!document.querySelector("[data-away]:target, [data-away] :target")) return;
      field.value = "";
      for (const box of boxes) box.checked = true;
      narrow();
      reveal();
    });
  }

  const languages = [...document.querySelectorAll(".languages input")];
  const chosen = languages.find(({ value }) => value === root.dataset.lang);
  if (chosen) chosen.checked = true;
  else if (languages[0]) root.dataset.lang = languages[0].value;
  for (const radio of languages) {
    radio.addEventListener("change", () => {
      root.dataset.lang = radio.value;
      const url = new URL(location.href);
      url.searchParams.set("lang", radio.value);
      history.replaceState(history.state, "", url);
      try {
        localStorage.setItem("lang", radio.value);
      } catch {
        // As above: the address has it still.
      }
    });
  }

  const status = document.querySelector(".search-status");
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.closest(".sample").querySelector("pre").textContent;
      const copied = await navigator.clipboard.writeText(text).then(
        () => "Copied",
        () => "Copying is not allowed here",
      );
      status.textContent = copied;
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
  }

  const input = document.querySelector("#search");
  const list = document.querySelector(".search-results");
  if (!input || !list) return;
  const MOST = 12;
  let rows;

  const load = async () => {
    const read = async (url) => {
      const response = await fetch(url);
      return response.ok ? response.json() : { rows: [] };
    };
    const { rows: symbols, names } = await read(input.dataset.index);
    const more = input.dataset.names ?? (names && input.dataset.root + names);
    const fields = more ? (await read(more)).rows : [];
    rows = [...symbols, ...fields].map(([name, kind, url]) => ({ name, kind, url, words: wordsOf(name) }));
    search();
  };

  const wordsOf = (text) =>
    text
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);

  // `lua` and `listuse` both find ListUserAuth: each letter goes on in a word or starts a later one.
  const humps = (query, words, word = 0) => {
    if (query === "") return true;
    for (let next = word; next < words.length; next++) {
      let length = 0;
      while (length < words[next].length && words[next][length] === query[length]) length++;
      for (; length > 0; length--) if (humps(query.slice(length), words, next + 1)) return true;
    }
    return false;
  };

  const score = (row, query, parts) => {
    const name = row.name.toLowerCase();
    if (name === query) return 6;
    if (name.startsWith(query)) return 5;
    if (parts.length > 1 && parts.every((part) => row.words.some((word) => word.startsWith(part)))) return 4;
    if (row.words.some((word) => word.startsWith(query))) return 3;
    if (name.includes(query)) return 2;
    return query.length > 1 && query.length < 24 && humps(query, row.words) ? 1 : 0;
  };

  const search = () => {
    const text = input.value.trim();
    const query = text.toLowerCase();
    if (!rows || query === "") return show([], "");
    const parts = wordsOf(text);
    const found = rows
      .map((row) => ({ row, points: score(row, query, parts) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points || a.row.name.length - b.row.name.length);
    const count = found.length === 0 ? "Nothing found" : `${found.length} found`;
    show(
      found.slice(0, MOST).map(({ row }) => row),
      count,
    );
  };

  const show = (found, message) => {
    list.replaceChildren(
      ...found.map(({ name, kind, url }) => {
        const item = document.createElement("li");
        const anchor = document.createElement("a");
        const label = document.createElement("code");
        const note = document.createElement("span");
        anchor.href = input.dataset.root + url;
        label.textContent = name;
        note.textContent = kind;
        anchor.append(label, note);
        item.append(anchor);
        return item;
      }),
    );
    list.hidden = found.length === 0;
    status.textContent = message;
  };

  let loading = false;
  input.addEventListener("focus", () => {
    if (loading) return;
    loading = true;
    load().catch(() => {
      loading = false;
    });
  });
  input.addEventListener("input", search);
  const form = input.form;
  form.addEventListener("submit", (event) => {
    const first = list.querySelector("a");
    if (!first) return;
    event.preventDefault();
    location.assign(first.href);
  });
  form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      list.hidden = true;
      input.focus();
    } else if (event.key === "ArrowDown" && links.length > 0)
      links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) list.hidden = true;
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) list.hidden = true;
  });
  addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      input.focus();
    }
  });
})();
