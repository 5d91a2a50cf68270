import type { Medium } from "@example/sign-ins";

export function icon(medium: Medium): string {
  switch (medium) { // expect: silent
    case "Mail":
      return "letter";
  }
  return "?";
}
