import { resolve } from "node:path";
import {
  createChangeset,
  decideRelease,
  factsStart,
  findCancelled,
  findChangesetBump,
  findFactsBlocks,
  findPlaces,
  raiseRelease,
  replaceFacts,
  setChangesetBump,
  setPlaces,
} from "@shapelog/changelog";
import type { BumpScope } from "@shapelog/diff";
import type { EmittedFile } from "@shapelog/emit";
import { findTakenBack, type Step } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import type { Config } from "../config-file.js";
import { displayPath } from "../files/display-path.js";
import type { LoadedService } from "../load-service.js";

/** A service's changelog and the pending changesets, while they are changed. Paths are relative to the configuration's folder. */
export interface ProseDraft {
  readonly service: string;
  /** Empty where it has no package, and so nothing that tells users of it. */
  readonly packageName: string;
  /** What its releases follow. */
  readonly scope: BumpScope;
  /** The path of the changelog. */
  readonly changelog: string;
  /** The folder of changesets. */
  readonly folder: string;
  readonly known: ReadonlyMap<string, string>;
  /** The texts as they are to be: those that are new, too, and not those that are to go. */
  readonly texts: Map<string, string>;
}

/** Starts a draft of what a service has. */
export function createProseDraft(
  cwd: string,
  { root, changesets }: Config,
  service: LoadedService,
): ProseDraft {
  const place = ({ file, text }: SourceText): [string, string] => [
    displayPath(root, resolve(cwd, file)),
    text,
  ];
  const [changelog, text] = place(service.changelog);
  const known = new Map([
    ...(text === "" ? [] : [[changelog, text] as const]),
    ...service.changesets.map(place),
  ]);
  const { package: its, bump = "all" } = service.config;
  const named = { service: service.name, packageName: its?.name ?? "", scope: bump };
  return { ...named, changelog, folder: changesets, known, texts: new Map(known) };
}

/**
 * Where users are told of a revision: in the changelog, so that it is released; in a changeset, so that it is not; or
 * nowhere. Before there is a changelog nothing is released.
 */
export type Telling = "released" | "pending" | "nowhere";

/** Returns where users are told of a revision. */
export function findTelling(draft: ProseDraft, id: string): Telling {
  const places = findTexts(draft, id);
  if (places.includes(draft.changelog)) return "released";
  return places.length > 0 || !draft.texts.has(draft.changelog) ? "pending" : "nowhere";
}

function findTexts({ service, texts }: ProseDraft, id: string): readonly string[] {
  const has = (file: string, text: string) =>
    findFactsBlocks({ file, text }).blocks.some(
      (block) => block.service === service && block.revision === id,
    );
  return [...texts].flatMap(([file, text]) => (has(file, text) ? [file] : []));
}

/** Returns the path and the text of the changeset that tells of a revision, if there is one. */
export function findChangeset(draft: ProseDraft, id: string): EmittedFile | undefined {
  const path = findTexts(draft, id).find((each) => each !== draft.changelog);
  return path === undefined ? undefined : { path, text: draft.texts.get(path) ?? "" };
}

/** Has every facts block of the service say what the ledger says. */
export function repairFacts({ service, scope, texts }: ProseDraft, steps: readonly Step[]): void {
  for (const [file, text] of texts) texts.set(file, replaceFacts({ file, text }, { service, steps, scope }));
}

/** Has the facts of a revision go by another service's or revision's name. */
export function renameFacts(
  { texts }: ProseDraft,
  from: { readonly service: string; readonly id: string },
  to: { readonly service: string; readonly id: string },
): void {
  const [old, now] = [factsStart(from.service, from.id), factsStart(to.service, to.id)];
  for (const [file, text] of texts)
    texts.set(
      file,
      text.replaceAll(old, () => now),
    );
}

/** Removes a revision from the changesets: the file where it tells of nothing else. */
export function removeFromChangesets(draft: ProseDraft, id: string): void {
  const { service, texts, changelog } = draft;
  for (const file of findTexts(draft, id)) {
    if (file === changelog) continue;
    const text = texts.get(file) ?? "";
    const { blocks } = findFactsBlocks({ file, text });
    if (blocks.length === 1) texts.delete(file);
    const own = blocks.find((block) => block.service === service && block.revision === id);
    if (blocks.length > 1 && own)
      texts.set(file, `${text.slice(0, own.offset)}${text.slice(own.end).replace(/^\s+/, "")}`);
  }
}

/** Has a changeset that was not edited be as it is made of another step; in one that was, the facts and the bump alone. */
export function remakeChangeset(draft: ProseDraft, old: Step, now: Step): void {
  const { service, packageName, scope, texts } = draft;
  const found = findChangeset(draft, old.revision.id);
  if (!found) return;
  const [before, after] = [old, now].map((step) => createChangeset({ service, packageName, step, scope }));
  if (!before || !after) return;
  const owner = { service, revision: old.revision.id };
  if (setPlaces(found.text, owner, undefined) === before.text) {
    const places = findPlaces(found.text, owner);
    texts.delete(found.path);
    texts.set(
      found.path.replace(before.name, () => after.name),
      setPlaces(after.text, { service, revision: now.revision.id }, places),
    );
    return;
  }
  if (findChangesetBump(found.text, packageName) === before.bump)
    texts.set(found.path, setChangesetBump(found.text, packageName, { bump: after.bump }));
  renameFacts(draft, { service, id: old.revision.id }, { service, id: now.revision.id });
  repairFacts(draft, [now]);
}

const TAKEN_BACK = /: none # (?:taken back by|takes back) |^This takes back /m;
const SENTENCE = /^This takes back .*\n\n/m;

/**
 * Has the changesets of revisions that take each other back ask for no bump as long as none of them is released, and
 * those of others, that did before, for their own again.
 */
export function settleBumps(draft: ProseDraft, steps: readonly Step[]): void {
  const { service, packageName, scope, texts } = draft;
  const byRevision = new Map(steps.map((step) => [step.revision, step]));
  /** Why each step asks for no bump. */
  const cancelled = new Map<Step, string>();
  for (const [revision, taken] of findTakenBack(steps.map((step) => step.revision))) {
    const group = [...taken, revision].flatMap((each) => byRevision.get(each) ?? []);
    if (!group.every((step) => findChangeset(draft, step.revision.id))) continue;
    const ids = taken.map(({ id }) => id).join(", ");
    for (const step of group)
      cancelled.set(step, step.revision === revision ? `takes back ${ids}` : `taken back by ${revision.id}`);
  }
  for (const step of steps) {
    const found = findChangeset(draft, step.revision.id);
    if (!found) continue;
    const why = cancelled.get(step);
    const isNone = findChangesetBump(found.text, packageName) === "none";
    if (why !== undefined && !isNone)
      texts.set(found.path, setChangesetBump(found.text, packageName, { bump: "none", why }));
    if (why === undefined && isNone && TAKEN_BACK.test(found.text)) {
      const { bump } = createChangeset({ service, packageName, step, scope });
      const text = found.text.replace(SENTENCE, "");
      texts.set(found.path, setChangesetBump(text, packageName, { bump }));
    }
  }
}

/** Returns the ids of the service's revisions that a text tells of. */
export function findToldIn({ service }: Pick<ProseDraft, "service">, source: SourceText): readonly string[] {
  return findFactsBlocks(source).blocks.flatMap((block) =>
    block.service === service ? [block.revision] : [],
  );
}

/** Has each changeset ask for a release that is as big as the facts that it tells of ask for; a bigger one stays. */
export function raiseBumps(draft: ProseDraft, steps: readonly Step[]): void {
  const { packageName, scope, changelog, texts } = draft;
  const changesets = [...texts].filter(([file]) => file !== changelog);
  const pending = new Set(changesets.flatMap(([file, text]) => findToldIn(draft, { file, text })));
  const revisions = steps.map((step) => step.revision);
  const cancelled = findCancelled(revisions, pending);
  for (const [file, text] of changesets) {
    const chosen = new Set(findToldIn(draft, { file, text }).filter((id) => !cancelled.has(id)));
    if (chosen.size === 0) continue;
    const { bump } = decideRelease(steps, { chosen, scope });
    texts.set(file, raiseRelease({ file, text }, { packageName, bump }));
  }
}

/** Returns what differs from what was there: the files to write, and those to remove. */
export function listEdits({ known, texts }: ProseDraft): {
  readonly files: readonly EmittedFile[];
  readonly remove: readonly string[];
} {
  const files = [...texts].flatMap(([path, text]) => (known.get(path) === text ? [] : [{ path, text }]));
  return { files, remove: [...known.keys()].filter((path) => !texts.has(path)) };
}
