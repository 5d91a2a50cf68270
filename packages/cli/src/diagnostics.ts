import { defineCatalog } from "@shapelog/diagnostics";
import { count } from "./count.js";

/** Diagnostics of the command itself: files, inputs, configuration. */
export const cliDiagnostics = defineCatalog("cli", {
  "not-found": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) => `There is no file or folder ${d.path}.`,
  },
  "not-readable": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; reason: string }) => `${d.path} cannot be read: ${d.reason}.`,
  },
  "not-writable": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; reason: string }) =>
      `${d.path} cannot be written: ${d.reason}. It is as it was, and so are the files that go with it.`,
  },
  "half-written": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; reason: string; written: readonly string[]; left: readonly string[] }) =>
      `${d.path} cannot be written: ${d.reason}. Written already: ${listFew(d.written)}. Not written: ${listFew(d.left)}. The next run completes it.`,
  },
  "finished-write": {
    severity: "note",
    message: (d: { path: string; files: readonly string[] }) =>
      `An earlier run ended while it wrote to ${d.path}; what it left is in place now: ${listFew(d.files)}.`,
  },
  "foreign-files": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; files: readonly string[] }) =>
      `${d.path} has files that Shapelog did not write, or that were changed since: ${listFew(d.files)}. No file was changed. Move them away, or name those that may be replaced: --replace ${d.files[0] ?? ""}`,
  },
  "kept-file": {
    severity: "warning",
    message: (d: { path: string }) =>
      `${d.path} is not made any more, but it was changed since it was, so it stays.`,
  },
  "bad-folder": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; reason: string }) =>
      `${d.path} cannot be written to: ${d.reason}. No file was changed.`,
  },
  "outside-folder": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; folder: string }) =>
      `${d.path} is outside ${d.folder}; nothing was written.`,
  },
  "unknown-format": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `${d.path} is JSON, but no model: expected Smithy JSON AST ("smithy" and "shapes" at the top) or botocore ("metadata", "operations" and "shapes"). Smithy IDL is known by the ending .smithy.`,
  },
  "not-smithy": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `${d.path} is not Smithy IDL or JSON AST, so it cannot be one of several parts of a model. Give it alone.`,
  },
  "no-model": {
    severity: "error",
    exit: "usage",
    message: (d: { folder: string }) =>
      `The folder ${d.folder} has no model: expected smithy-build.json, Smithy files (.smithy, or JSON AST), or service-2.json.`,
  },
  "several-namespaces": {
    severity: "error",
    exit: "usage",
    message: (d: { namespaces: readonly string[] }) =>
      `A file in Smithy IDL has one namespace; the model has ${d.namespaces.length}: ${d.namespaces.slice(0, 5).join(", ")}${d.namespaces.length > 5 ? ", …" : ""}. Write them to a folder: --to idl --out FOLDER`,
  },
  "not-utf8": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) => `${d.path} is not UTF-8, so it is left alone.`,
  },
  unformatted: {
    severity: "error",
    message: (d: { path: string }) => `${d.path} is not formatted. Run: npx shapelog fmt ${d.path}`,
  },
  "missing-source": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `There is no file or folder "${d.path}". Paths start at the folder of smithy-build.json.`,
  },
  "build-path": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `"${d.path}" is not read: paths are relative, and stay below the folder of smithy-build.json or the one the command runs in.`,
  },
  "build-file": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `"${d.path}" is not read: expected a folder, or a file that ends in .smithy or .json.`,
  },
  "empty-build": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) => `The sources and imports of ${d.path} have no model files.`,
  },
  "git-failed": {
    severity: "error",
    exit: "usage",
    message: (d: { input: string; reason: string }) => `${d.input} cannot be read from git: ${d.reason}.`,
  },
  "no-work-tree": {
    severity: "error",
    exit: "usage",
    message: (_: Readonly<Record<string, never>>) =>
      `The repository has no working tree here, as a bare one has none, so there is nothing to review. Run it in a clone.`,
  },
  "no-commit": {
    severity: "error",
    exit: "usage",
    message: (_: Readonly<Record<string, never>>) =>
      `The repository has no commit yet, so there is nothing to compare with. Commit first.`,
  },
  "no-base": {
    severity: "error",
    exit: "usage",
    message: (_: Readonly<Record<string, never>>) =>
      `It is not known what to compare with: no pull request is told of in the environment, and the clone has no origin/HEAD, origin/main or origin/master. Name the branch or commit that the change is meant for: --base REF`,
  },
  "missing-base": {
    severity: "error",
    exit: "usage",
    message: (d: { base: string; fetch: string }) =>
      `The clone does not have ${d.base}, or not its commit. If it is spelled as meant, fetch more: ${d.fetch}`,
  },
  "no-merge-base": {
    severity: "error",
    exit: "usage",
    message: (d: { base: string; isShallow: boolean; fetch: string }) =>
      `What is checked out and ${d.base} have no commit in common${d.isShallow ? ` in this clone, whose history is cut off. Fetch more of it: ${d.fetch}` : ", so there is no change to tell from one to the other. Name another branch: --base REF"}`,
  },
  "missing-objects": {
    severity: "error",
    exit: "usage",
    message: (d: { input: string }) =>
      `${d.input} cannot be read from git: the repository is a partial clone that lacks objects this needs, and none are fetched here. Fetch them: git fetch --refetch --no-filter`,
  },
  "nested-repository": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; outer: string }) =>
      `${d.path} is in a bare git repository that lies in the work tree of ${d.outer}. It may have come with it, and its configuration too, so git is not started there. If it is yours, move it out of that folder.`,
  },
  "bad-input": {
    severity: "error",
    exit: "usage",
    message: (d: { input: string; expected: string }) =>
      `"${d.input}" is not an input; expected ${d.expected}.`,
  },
  "no-config": {
    severity: "error",
    exit: "usage",
    message: (d: { folder: string }) =>
      `There is no shapelog.config.json in ${d.folder} or above it. Make one with: npx shapelog init`,
  },
  "bad-config": {
    severity: "error",
    exit: "usage",
    message: (d: { reason: string }) =>
      `The configuration is not valid: ${d.reason}${d.reason.endsWith("?") ? "" : "."}`,
  },
  "no-services": {
    severity: "error",
    exit: "usage",
    message: (_: Readonly<Record<string, never>>) =>
      `The configuration names no service, so there is nothing to do. Add one with: npx shapelog init --service NAME`,
  },
  "no-package": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string }) =>
      `${d.service} has no package in shapelog.config.json, so none is made of it. Add one there: "package": { "name": "...", "folder": "packages/${d.service}" }`,
  },
  "unknown-service": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; similar: readonly string[]; known: readonly string[] }) =>
      `There is no service "${d.service}" in shapelog.config.json${d.similar.length > 0 ? didYouMean(d) : `; it has ${d.known.length === 0 ? "none" : d.known.join(", ")}.`}`,
  },
  "unknown-name": {
    severity: "error",
    exit: "usage",
    message: (d: { name: string; similar: readonly string[] }) =>
      `No ledger has a shape, member or enum value "${d.name}"${didYouMean(d)}`,
  },
  "unknown-version": {
    severity: "error",
    exit: "usage",
    message: (d: { package: string; version: string; known: readonly string[] }) =>
      `The changelog of ${d.package} has no version ${d.version} with revisions of the ledger; it has ${d.known.length === 0 ? "none yet" : listFew(d.known)}.`,
  },
  "which-service": {
    severity: "error",
    exit: "usage",
    message: (d: { known: readonly string[] }) =>
      `Say which service: --service with one of ${d.known.join(", ")}.`,
  },
  conflict: {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; ours: string; theirs: string; fix: string }) =>
      `${d.path} has a conflict that a merge left in it${d.ours && d.theirs ? `, ${d.ours} against ${d.theirs}` : ""}. ${d.fix}`,
  },
  "renamed-service": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; found: string; folder: string }) =>
      `The ledger in ${d.folder} is that of ${d.found}, and shapelog.config.json calls the service ${d.service}. If it has a new name, carry it over with: npx shapelog record --service ${d.service} --rename-from ${d.found}`,
  },
  "unknown-finding": {
    severity: "error",
    exit: "usage",
    message: (d: {
      service: string;
      finding: string;
      revision: string | undefined;
      similar: readonly string[];
      known: readonly { readonly id: string; readonly rule: string }[];
    }) =>
      `No change of ${d.service} has a finding ${d.finding}${d.similar.length > 0 ? `; did you mean ${d.similar.join(" or ")}?` : "."} ${d.known.length === 0 ? "There is none to accept." : `${d.revision} has ${listFew(d.known.map(({ id, rule }) => `${id} (${rule})`))}.`} Nothing was written.`,
  },
  "acceptance-dropped": {
    severity: "warning",
    message: (d: { service: string; finding: string; revision: string; because: string }) =>
      `Finding ${d.finding}, which was accepted (${d.because.length > 80 ? `${d.because.slice(0, 80)}…` : d.because}), is none of revision ${d.revision} of ${d.service} any more, so that its acceptance is not kept.`,
  },
  "not-recorded": {
    severity: "error",
    exit: "usage",
    message: (d: { model: string; count: number }) =>
      `${d.model} has ${count(d.count, "error")}, so nothing was recorded. Mend ${d.count === 1 ? "it" : "them"}; or, where it has to be recorded as it is, say why, which stands in the ledger: --force "..."`,
  },
  "removes-everything": {
    severity: "error",
    exit: "usage",
    message: (d: { model: string; operations: number }) =>
      `${d.model} has no operation, and the ledger ends with ${count(d.operations, "operation")}: all would be recorded as removed. Is the file empty, or cut off?`,
  },
  "several-services": {
    severity: "error",
    exit: "usage",
    message: (d: { model: string; services: readonly string[] }) =>
      `${d.model} has ${d.services.length} services, ${d.services.join(" and ")}. A package is made of one, and the others would vanish from it; put each in a model of its own.`,
  },
  "future-date": {
    severity: "error",
    exit: "usage",
    message: (d: { date: string; today: string }) =>
      `The date ${d.date} is in the future; today is ${d.today}. If that is meant, add --allow-future.`,
  },
  released: {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; revision: string; changelog: string; instead: string }) =>
      `Revision ${d.revision} of ${d.service} is released: ${d.changelog} tells its users of it. ${d.instead}`,
  },
  "told-nowhere": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; revision: string; changelog: string }) =>
      `Whether revision ${d.revision} of ${d.service} is released is not known: neither ${d.changelog} nor a changeset has its facts. If it is not, write its changeset first, and run this again: npx shapelog record --service ${d.service} --changeset-only`,
  },
  "nothing-left": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; revision: string }) =>
      `The model of ${d.service} is as it was before revision ${d.revision}, so nothing is left of it. Remove it with: npx shapelog record --service ${d.service} --undo`,
  },
  "no-revision": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string }) =>
      `The ledger of ${d.service} has no revision yet. Record the first with: npx shapelog record --service ${d.service}`,
  },
  "nothing-to-rebase": {
    severity: "note",
    message: (d: { service: string }) =>
      `Each revision of ${d.service} follows the one before it; there is nothing to put behind another.`,
  },
  "model-decided": {
    severity: "warning",
    message: (d: { model: string; places: readonly string[] }) =>
      `The branches changed ${listFew(d.places)} differently. The ledger has it as ${d.model} has it; see that this is what you want.`,
  },
  "nothing-kept": {
    severity: "warning",
    message: (d: { revision: string; note: string }) =>
      `Nothing is left of revision ${d.revision}: what it changed, the other branch or the model has otherwise decided. It is removed${d.note === "" ? "" : `; its note was: ${d.note}`}`,
  },
  "not-on-branch": {
    severity: "warning",
    message: (d: { service: string; model: string }) =>
      `${d.model} has edits that no branch recorded. Record them next: npx shapelog record --service ${d.service}`,
  },
  "changed-meanwhile": {
    severity: "error",
    exit: "usage",
    message: (d: { model: string }) =>
      `${d.model} or its ledger changed while the note was written, so nothing was recorded. Run the command again.`,
  },
  "record-first": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; model: string }) =>
      `${d.model} is not as the ledger of ${d.service} ends, so what is yours and what is the vendor's could not be told apart. Record it first: npx shapelog record --service ${d.service}`,
  },
  "not-one-file": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; model: string }) =>
      `The model of ${d.service}, ${d.model}, is not one file in Smithy IDL or JSON AST, which a vendor's could be taken into. Import it there, and record without --from.`,
  },
  "follows-nothing": {
    severity: "error",
    exit: "usage",
    message: (d: { services: readonly string[] }) =>
      `No vendor's model is named: give one as --from INPUT, or "from" in shapelog.config.json to ${d.services.join(", ")}.`,
  },
  "vendor-conflict": {
    severity: "warning",
    message: (d: { place: string; revision: string; now: "added" | "removed" | "changed" }) =>
      `${d.place}, which was last changed in your own revision ${d.revision}, is ${d.now}: the vendor's model says so.`,
  },
  "vendor-kept": {
    severity: "note",
    message: (d: { places: readonly { readonly place: string; readonly revision: string }[] }) =>
      `Kept of your own revisions, though the vendor's model does not have it: ${listFew(d.places.map(({ place, revision }) => `${place} (${revision})`))}.`,
  },
  "no-vendor-note": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; services: readonly string[] }) =>
      d.services.length === 0
        ? `${d.path} is empty; there is no note in it.`
        : `${d.path} has no note of a category ${d.services.join(", ")}.`,
  },
  "package-not-fetched": {
    severity: "error",
    exit: "usage",
    message: (d: { input: string; reason: string }) => `${d.input} cannot be fetched by npm: ${d.reason}.`,
  },
  "no-package-model": {
    severity: "error",
    exit: "usage",
    message: (d: { input: string; package: string }) =>
      `${d.package} has no model where ${d.input} says: expected service-2.json, Smithy JSON AST or .smithy files.`,
  },
  "several-package-models": {
    severity: "error",
    exit: "usage",
    message: (d: { package: string; inputs: readonly string[] }) =>
      `${d.package} has ${count(d.inputs.length, "model")}. Name one: ${listFew(d.inputs)}.`,
  },
  "no-service-shape": {
    severity: "error",
    exit: "usage",
    message: (d: { model: string }) =>
      `${d.model} has no service shape, so there is nothing to generate a package from.`,
  },
  "unknown-operation": {
    severity: "error",
    exit: "usage",
    message: (d: { operation: string; similar: readonly string[] }) =>
      `The model has no operation ${d.operation}${didYouMean(d)}`,
  },
  "import-left-out": {
    severity: "note",
    message: (d: { traits: readonly string[]; reason: string }) =>
      `Left out, as ${d.reason}: ${d.traits.join(", ")}.`,
  },
  "import-mended": {
    severity: "note",
    message: (d: { mended: readonly string[] }) => `Mended what Smithy's rules refuse: ${listFew(d.mended)}.`,
  },
  "stale-file": {
    severity: "error",
    message: (d: { path: string; isEdited: boolean }) =>
      `${d.path} is not what the model makes. Run: npx shapelog build${d.isEdited ? ` --replace ${d.path}` : ""}`,
  },
  "missing-file": {
    severity: "error",
    message: (d: { path: string }) => `${d.path} is missing. Run: npx shapelog build`,
  },
  "extra-file": {
    severity: "error",
    message: (d: { path: string }) =>
      `${d.path} is not made from the model any more. Run: npx shapelog build`,
  },
  "stale-package": {
    severity: "error",
    message: (d: PackageFiles) => `${describeFiles(d)}. Run: npx shapelog build --service ${d.service}`,
  },
  "package-follows": {
    severity: "note",
    message: (d: PackageFiles) =>
      `${describeFiles(d)}, which follows from the above. Once that is settled, run: npx shapelog build --service ${d.service}`,
  },
  "edited-files": {
    severity: "error",
    message: (d: { service: string; folder: string; files: readonly string[] }) =>
      `${count(d.files.length, "generated file")} of ${d.service} ${d.files.length === 1 ? "was" : "were"} edited by hand: ${listFew(d.files)}. Change the model instead, and give the edits up by: npx shapelog build --service ${d.service} --replace ${d.files.length > SHOWN_PATHS ? d.folder : d.files.join(" ")}`,
  },
  shallow: {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `${d.path} is a shallow clone: its history is cut off, so the first models would look new. Fetch the rest: git fetch --unshallow`,
  },
  "no-models": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `The history of ${d.path} has no model: expected files such as botocore/data/<service>/<version>/service-2.json, <service>/service/<version>/<name>.json, <service>/model.json or <service>.smithy.json, and changes since the day of --since.`,
  },
  "no-such-service": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; similar: readonly string[] }) =>
      `The history has no service "${d.service}"${didYouMean(d)}`,
  },
  "old-models": {
    severity: "note",
    message: (d: { count: number }) =>
      `${d.count} changes of files in botocore's own format, from before 2015, are left out: they are no models of today's kind.`,
  },
  "missing-notes": {
    severity: "warning",
    message: (d: { count: number; blob: string }) =>
      `${count(d.count, "file")} of release notes ${d.count === 1 ? "is" : "are"} not in the repository, such as blob ${d.blob.slice(0, 12)}, so revisions may lack their version and note. Fetch them and run the command again.`,
  },
  "partial-site": {
    severity: "warning",
    exit: "usage",
    message: (d: { path: string; services: readonly string[] }) =>
      `${d.path} was written without ${listFew(d.services)}, for the above; what it had of ${d.services.length === 1 ? "it" : "them"} stays.`,
  },
  "guide-missing": {
    severity: "error",
    exit: "usage",
    message: (d: { folder: string; pages: readonly string[] }) =>
      `The groups of guides name ${listFew(d.pages)}, which ${d.folder} does not have. Paths start at that folder and end in .md.`,
  },
  "guide-image": {
    severity: "warning",
    message: (d: { path: string; reason: string }) =>
      `The image ${d.path} of a guide is left out: ${d.reason}.`,
  },
  "not-ours": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; file: string }) =>
      `${d.path} has other files in it, such as ${d.file}; nothing was written. Name a new or empty folder, or one that this command wrote to before.`,
  },
  locked: {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; holder: string }) =>
      `Another run writes to ${d.path} (${d.holder}). Wait for it to end; if there is none, remove the folder .shapelog-lock there.`,
  },
  "other-since": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; had: string; wanted: string }) =>
      `${d.path} holds a history since ${d.had}, not since ${d.wanted}. Give --out another folder.`,
  },
  "not-a-history": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; reason: string }) =>
      `${d.path} is no history: ${d.reason}. Make one with: npx shapelog history REPOSITORY --out FOLDER`,
  },
  "broken-state": {
    severity: "warning",
    message: (d: { path: string }) =>
      `${d.path} is not as a run leaves it; what it vouched for is made anew.`,
  },
  "history-stopped": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; reason: string }) =>
      `${d.path} was not written: ${d.reason}. Services that were done stay; run the command again to go on.`,
  },
  "different-services": {
    severity: "error",
    exit: "usage",
    message: (d: { before: string; after: string; shared: number; of: number }) =>
      `These are two services: ${d.before} and ${d.after} share ${d.shared} of ${d.of} shapes. With --force they are compared anyway.`,
  },
  "unknown-policy": {
    severity: "error",
    exit: "usage",
    message: (d: { policy: string; known: readonly string[] }) =>
      `There is no policy "${d.policy}": expected ${d.known.join(", ")}, or a file.`,
  },
  "bad-option": {
    severity: "error",
    exit: "usage",
    message: (d: { option: string; reason: string }) => `${d.option} cannot be used: ${d.reason}.`,
  },
  "unknown-page": {
    severity: "error",
    exit: "usage",
    message: (d: { id: string; similar: readonly string[] }) =>
      /^[0-9a-f]{12}$/.test(d.id)
        ? `"${d.id}" is no rule; it looks like the id of a finding. shapelog diff --ids shows which one, and its rule is what there is a page about.`
        : `There is no page about "${d.id}"; ${d.similar.length > 0 ? `did you mean ${d.similar.join(" or ")}?` : "shapelog explain --list names all."}`,
  },
  "selector-too-costly": {
    severity: "error",
    exit: "usage",
    message: (d: { model: string; steps: number }) =>
      `The selector takes more than ${d.steps} steps on ${d.model}, so what it yields is not known. Write it with fewer neighbors and variables, or allow more with --max-steps.`,
  },
  "aws-view-cut": {
    severity: "warning",
    message: (d: { mark: string }) =>
      `The aws view is not complete: types nest or fan out further than it follows. What is left out shows as ${d.mark}; --view text and --view json tell every change.`,
  },
  "no-tsconfig": {
    severity: "note",
    message: (d: { folder: string }) =>
      `${d.folder} has no tsconfig.json, so its files are read as modules of Node, JavaScript with TypeScript's checks.`,
  },
  "bad-tsconfig": {
    severity: "error",
    exit: "usage",
    message: (d: { file: string; reason: string }) => `${d.file}: ${d.reason.replace(/([^.])$/, "$1.")}`,
  },
  "no-programs": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `${d.path} has no program: expected files in TypeScript or JavaScript, or a tsconfig.json that names some.`,
  },
  "no-consumers": {
    severity: "error",
    exit: "usage",
    message: (d: { packages: readonly string[] }) =>
      d.packages.length === 0
        ? "It is not known which package programs have this API from. Name it with --package, and a program with --consumer."
        : `No package.json here depends on ${d.packages.join(" or ")}, with a tsconfig.json beside it. Name a program: --consumer apps/server/tsconfig.json`,
  },
  "unresolved-package": {
    severity: "error",
    exit: "usage",
    message: (d: { program: string; package: string }) =>
      `${d.program} imports ${d.package}, which TypeScript does not find from there, so nothing can be said of this program. Install or build the package first.`,
  },
});

/** Returns how a sentence about an unknown name ends. */
function didYouMean({ similar }: { readonly similar: readonly string[] }): string {
  return similar.length > 0 ? `; did you mean ${similar.join(" or ")}?` : ".";
}

const SHOWN_PATHS = 5;

/** Returns paths or words in a sentence: the first few, and how many more there are. */
function listFew(words: readonly string[]): string {
  const more = words.length > SHOWN_PATHS ? ` and ${words.length - SHOWN_PATHS} more` : "";
  return `${words.slice(0, SHOWN_PATHS).join(", ")}${more}`;
}

/** The files of a package that are not as a build makes them. */
interface PackageFiles {
  readonly service: string;
  readonly folder: string;
  readonly stale: number;
  readonly missing: number;
  readonly extra: number;
}

function describeFiles({ folder, stale, missing, extra }: PackageFiles): string {
  const parts = [
    ...(stale > 0 ? [`${count(stale, "file")} ${stale === 1 ? "is" : "are"} stale`] : []),
    ...(missing > 0 ? [`${count(missing, "file")} ${missing === 1 ? "is" : "are"} missing`] : []),
    ...(extra > 0 ? [`${count(extra, "file")} ${extra === 1 ? "is" : "are"} made no more`] : []),
  ];
  return `${folder}: ${parts.join(", ")}`;
}
