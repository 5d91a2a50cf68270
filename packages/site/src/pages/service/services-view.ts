import type { ServiceRef } from "../../views/service-ref.js";

/** One service in the list of services. */
export interface ServiceRow {
  readonly service: ServiceRef;
  readonly operations: number;
  readonly types: number;
  /** The day of its last change, with the change's page. */
  readonly changed?: { readonly date: string; readonly url: string };
  /** Changes that break a deployed or a compiled program. */
  readonly breaking: number;
}

/** What the list of services shows. */
export interface ServicesView {
  readonly kind: "services";
  readonly services: readonly ServiceRow[];
}
