// Reads the files of searches, each when a query asks for it, and each once.
import { isWhen, rankRows, readWhen } from "./match.js";
import { unpackNames } from "./pack-names.js";
import { flatten, noteShardOf, noteWordsOf, shardOf } from "./words.js";

const VERDICTS = { b: "Breaking", c: "Check your code", s: "Safe", n: "Notice", f: "First record" };
/** A name is looked up in the files of so many services; of more it is told how many have it. */
const MOST_SERVICES = 4;

const files = new Map();
let root = "";

const read = (path) => {
  if (!files.has(path)) {
    const reading = fetch(`${root}search/${path}.json`).then((response) => {
      if (response.ok) return response.json();
      // Files of parts are there for beginnings that something has.
      if (response.status === 404) return { rows: [] };
      throw new Error(`${response.status}`);
    });
    reading.catch(() => files.delete(path));
    files.set(path, reading);
  }
  return files.get(path);
};

/** Opens the search: what it returns finds rows for a query. */
export const openSearch = async (from, own) => {
  root = from;
  const symbols = await read("symbols");
  const services = new Map(symbols.services.map((service) => [service.id, { aliases: [], ...service }]));
  const list = [...services.values()];
  const base = [
    ...list.map(({ id, title }) => ({ name: title, kind: "service", url: `api/${id}/`, service: id })),
    ...list.flatMap(({ id, operations, others = [] }) => [
      ...unpackNames(operations).map((name) => rowOf(id)([name, "operation", `api/${id}/${name}/`])),
      ...others.map(rowOf(id)),
    ]),
    ...symbols.pages.map(rowOf(undefined)),
  ];
  const around = { services, own };

  const types = async (parts) => {
    const shards = await Promise.all(shardsOf(symbols.types, parts).map((shard) => read(`types/${shard}`)));
    return shards.flatMap(({ rows }) =>
      rows.flatMap(([name, kind, ...places]) =>
        places.map((place) => {
          const [index, end = `${name}/`] = Array.isArray(place) ? place : [place];
          const { id } = list[index];
          return { name, kind, url: `api/${id}/types/${end}`, service: id };
        }),
      ),
    );
  };

  const names = async (query, parts, most) => {
    const shards = await Promise.all(shardsOf(symbols.names, parts).map((shard) => read(`names/${shard}`)));
    const known = shards.flatMap(({ rows }) =>
      rows.map(([name, ...indexes]) => ({ name, kind: "field", url: "", indexes })),
    );
    const wanted = new Set(own === undefined ? [] : [own]);
    const last =
      query
        .split(/\.|\[\]|\{\w*\}|=/)
        .filter(Boolean)
        .at(-1) ?? query;
    const fitting = rankRows(known, last, around);
    for (const { indexes } of fitting) {
      if (wanted.size >= most) break;
      for (const index of indexes.slice(0, most - wanted.size)) wanted.add(list[index].id);
    }
    const own_ = await Promise.all(
      [...wanted].map(async (id) => (await read(`services/${id}`)).rows.map(rowOf(id))),
    );
    const elsewhere = fitting.flatMap(({ name, indexes }) => {
      const others = indexes.filter((index) => !wanted.has(list[index].id)).length;
      return others === 0
        ? []
        : [{ name, kind: "field or value", url: pageUrl(name), note: inServices(others) }];
    });
    return [...own_.flat(), ...elsewhere];
  };

  const changesOf = (numbers) =>
    read("changes").then(({ services: rows }) => {
      const all = rows.flatMap((own, index) => own.map((row) => changeRow(row, list[index])));
      return numbers ? numbers.map((number) => all[number]) : all;
    });

  const notes = async (query) => {
    const words = noteWordsOf(query);
    if (words.length === 0) return [];
    const lists = await Promise.all(
      words.map(async (word, at) => {
        const { rows } = await read(`notes/${symbols.notes === "all" ? "all" : noteShardOf(word)}`);
        const isLast = at === words.length - 1 && !/\s$/.test(query);
        const own = rows.filter(([each]) => each === word || (isLast && each.startsWith(word)));
        return new Set(own.flatMap(([, ...steps]) => countUp(steps)));
      }),
    );
    const [first, ...others] = lists;
    const found = [...first].filter((number) => others.every((other) => other.has(number)));
    return (await changesOf(found)).map((row) => ({ ...row, kind: "note of a change" })).sort(newestFirst);
  };

  return {
    titleOf: (id) => services.get(id)?.title ?? "",
    /** What is here already; nothing is fetched. */
    findNow: (query) => rankRows(base, query, around),
    /** All that there is, of at most so many services where names are looked up. */
    async find(query, most = MOST_SERVICES) {
      const when = readWhen(query);
      if (when) {
        const changes = (await changesOf()).filter((row) => isWhen(when, row)).sort(newestFirst);
        if (changes.length > 0) return changes;
      }
      const parts = partsOf(query);
      const found = await Promise.all([types(parts), names(query, parts, most), notes(query)]);
      const [ofTypes, ofNames, ofNotes] = found;
      return [...rankRows([...base, ...ofTypes, ...ofNames], query, around), ...ofNotes];
    },
  };
};

const rowOf =
  (service) =>
  ([name, kind, url]) => ({
    ...{ name, kind, url },
    ...(service === undefined ? {} : { service }),
    ...(/(?:field|value)$/.test(kind) ? { note: `in ${url.split("/").at(-2)}` } : {}),
  });

/** What a row is, and of which service. */
export const describeRow = ({ name, kind, note, service }, titleOf) => {
  const title = service === undefined ? "" : titleOf(service);
  return [[kind, note].filter(Boolean).join(" "), title === name ? "" : title].filter(Boolean).join(", ");
};

/** The beginnings that a query is looked up by: its own, and those of its parts. */
const partsOf = (query) => [flatten(query), ...query.split(/[\s.:#/=[\]{}]+/).map(flatten)];

const shardsOf = (division, parts) => {
  if (division === "all") return ["all"];
  return [...new Set(parts.map(shardOf))].filter((shard) => shard !== undefined).slice(0, 6);
};

const changeRow = ([revision, version, sign, end], { id }) => ({
  name: version === "" ? revision : `${revision} (${version})`,
  kind: VERDICTS[sign],
  url: `changes/${id}/${end ?? (version === "" ? revision : `${revision}-${version}`)}/`,
  service: id,
  date: revision.slice(0, 10),
  version,
});

const newestFirst = (a, b) => (a.date < b.date ? 1 : Number(a.date > b.date) * -1);

const countUp = (steps) => {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
};

export const pageUrl = (query) => `search/?q=${encodeURIComponent(query)}`;

const inServices = (count) => (count === 1 ? "in 1 more service" : `in ${count} more services`);
