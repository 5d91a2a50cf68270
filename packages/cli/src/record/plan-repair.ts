import { createChangeset, findUntold, renameAcceptances } from "@shapelog/changelog";
import { count } from "@shapelog/diff";
import { type Outcome, succeeded } from "../outcome.js";
import { line } from "../printed.js";
import { ledgerFile } from "./ledger-file.js";
import { NO_PLAN } from "./plan-append.js";
import {
  findToldIn,
  type ProseDraft,
  raiseBumps,
  renameFacts,
  repairFacts,
  settleBumps,
} from "./prose-draft.js";
import type { RecordPlan, RecordWork } from "./record-options.js";

/** Plans that changelog and changesets say what the ledger says, each revision in one of them. */
export function planRepair({ service, prose }: RecordWork): Outcome<RecordPlan> {
  const { steps } = service.replayed;
  if (!service.config.package) return succeeded(NO_PLAN);
  repairFacts(prose, steps);
  const told = findTold(prose);
  const untold = findUntold(service.ledger.revisions, told);
  for (const step of steps) {
    if (told.has(step.revision.id) || untold.has(step.revision.id)) continue;
    const { packageName, scope } = prose;
    const { name, text } = createChangeset({ service: service.name, packageName, step, scope });
    prose.texts.set(`${prose.folder}/${name}`, text);
  }
  settleBumps(prose, steps);
  raiseBumps(prose, steps);
  return succeeded(NO_PLAN);
}

function findTold(draft: ProseDraft): ReadonlySet<string> {
  return new Set([...draft.texts].flatMap(([file, text]) => findToldIn(draft, { file, text })));
}

/** Plans that a ledger that has another service's name has this one's, and the facts of its revisions, too. */
export function planRename({ service, prose }: RecordWork, from: string): Outcome<RecordPlan> {
  const { revisions } = service.ledger;
  for (const [file, text] of prose.texts) prose.texts.set(file, renameAcceptances(text, from, service.name));
  for (const { id } of revisions) renameFacts(prose, { service: from, id }, { service: service.name, id });
  return succeeded({
    ...NO_PLAN,
    ledger: revisions.map((revision) => ledgerFile(service, revision)),
    lines: [line`${from} is ${service.name} in its ledger and in what tells of it`],
  });
}

/** Plans that every revision that has no seal gets one; what it says stays. */
export function planSeal({ service }: RecordWork): Outcome<RecordPlan> {
  const unsealed = service.ledger.revisions.filter(({ seal }) => !seal);
  const told =
    unsealed.length === 0
      ? line`${service.name}: every revision is sealed`
      : line`${service.name}: ${count(unsealed.length, "revision")} sealed`;
  return succeeded({
    ...NO_PLAN,
    ledger: unsealed.map((revision) => ledgerFile(service, revision)),
    lines: [told],
    isBuilt: false,
  });
}
