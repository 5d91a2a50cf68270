import type { ServiceRef } from "../../views/service-ref.js";
import { paginate } from "../lists/list-view.js";

/** The page of the services that a reader chose, and their changes. */
export interface MineView {
  readonly kind: "mine";
  readonly services: readonly ServiceRef[];
  readonly page: number;
  readonly pages: number;
  readonly urls: readonly string[];
}

const MOST_SERVICES = 500;

/** Returns the pages of services to choose from. */
export function createMineViews(services: readonly ServiceRef[]): MineView[] {
  return paginate(services, MOST_SERVICES, { url: "/mine/" }).map(({ rows, ...place }) => ({
    ...{ kind: "mine", services: rows, ...place },
  }));
}
