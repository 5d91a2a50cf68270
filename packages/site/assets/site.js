// The site's script: theme, open branches, copy, filters. Pages say everything without it.
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

  const FILTERED = { entry: ".entry", names: ".name-list > li", services: ".services > tbody > tr" };
  for (const tools of document.querySelectorAll("[data-entry-tools]")) {
    tools.hidden = false;
    const field = tools.querySelector("[data-filter]");
    const items = [...document.querySelectorAll(FILTERED[field.dataset.filter])];
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

  // What few readers need is fetched when it is asked for.
  const input = document.querySelector("#search");
  const startSearch = () =>
    import("./search.js").then(
      ({ startSearch }) => startSearch(input),
      () => {},
    );
  input?.addEventListener("focus", startSearch);
  if (input && document.activeElement === input) startSearch();
  if (document.querySelector("[data-search-page]")) import("./search-page.js");
  if (document.querySelector("[data-mine]")) import("./mine.js");
  addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      input?.focus();
    }
  });
})();
