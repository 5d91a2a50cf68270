import type { ServiceRecord } from "../record/service-record.js";

/** A name with the address of its page, where it has one. */
export interface Ref {
  readonly name: string;
  readonly url?: string;
}

/** A service as other pages name it. */
export interface ServiceRef {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Returns how other pages name a service. */
export function serviceRef({ id, title, url }: ServiceRecord): ServiceRef {
  return { id, title, url };
}

/** Returns a shape's name and page. */
export function shapeRef(record: ServiceRecord, id: string, name: string): Ref {
  const url = record.urls.get(id);
  return url === undefined ? { name } : { name, url };
}
