import { listReleases } from "@shapelog/changelog";
import type { Model } from "@shapelog/model";
import type { LoadedService } from "../load-service.js";
import { findToldIn } from "../record/prose-draft.js";

/** A model that users have. */
export interface ReleasedState {
  /** The version, or without one the revision. */
  readonly label: string;
  readonly model: Model;
}

/**
 * Returns the model of the last release: the last revision that the newest version's changelog tells of. Before there is
 * one it is that of the last revision which no changeset tells of, else of the first. Nothing where nothing is recorded, or
 * the ledger does not replay.
 */
export function findReleasedState(
  service: Pick<LoadedService, "name" | "changelog" | "changesets" | "replayed">,
): ReleasedState | undefined {
  const { name, changelog, changesets, replayed } = service;
  if (replayed.diagnostics.length > 0) return undefined;
  const [release] = listReleases(changelog, name);
  const released = replayed.steps.find(({ revision }) => revision.id === release?.revision);
  if (release && released) return { label: release.version, model: released.after };
  const pending = new Set(changesets.flatMap((source) => findToldIn({ service: name }, source)));
  const settled = replayed.steps.findLast(({ revision }) => !pending.has(revision.id));
  const step = settled ?? replayed.steps[0];
  return step && { label: step.revision.id, model: step.after };
}
