"""Counts the events of a page by how they ended: python3 src/count_events.py FILE, or - for standard input.

It takes what the values of an enum are, and what a page looks like, from the JSON Schemas of the package. With the
module jsonschema (pip install jsonschema) the whole page is validated; without it the values alone are looked at.
"""

import json
import sys
from collections import Counter
from pathlib import Path

PACKAGE = "@shapelog/cognito-identity-provider"
PAGE = "AdminListUserAuthEventsResponse"

# What people call each outcome. See missing_words: one that the model gains or loses ends the program.
WORDS = {"Pass": "passed", "Fail": "failed", "InProgress": "not finished"}


def find_schema():
    """Returns the package's schemas, from the nearest node_modules."""
    for folder in Path(__file__).resolve().parents:
        file = folder / "node_modules" / PACKAGE / "schema.json"
        if file.is_file():
            return json.loads(file.read_text(encoding="utf-8"))
    sys.exit(f"{PACKAGE} is not installed: npm install {PACKAGE}")


def missing_words(schema):
    """Returns the outcomes that either the model or this program does not know."""
    return set(schema["$defs"]["EventResponseType"]["enum"]) ^ set(WORDS)


def find_problems(schema, page):
    """Returns what is wrong with a page, or nothing where no validator is installed.

    What a newer service may send, new values of enums among it, is drift and no problem.
    """
    try:
        import jsonschema
    except ImportError:
        return []
    whole = {"$ref": f"#/$defs/{PAGE}", "$defs": schema["$defs"]}
    errors = jsonschema.Draft202012Validator(whole).iter_errors(page)
    return [
        f"{'.'.join(str(step) for step in error.absolute_path) or 'the page'}: {error.message}"
        for error in errors
        if error.validator != "enum"
    ]


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "-"
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
        page = json.loads(text)
    except (OSError, ValueError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 2
    schema = find_schema()
    if missing_words(schema):
        print(f"no words for, or of, {', '.join(sorted(missing_words(schema)))}", file=sys.stderr)
        return 2
    problems = find_problems(schema, page)
    events = page.get("AuthEvents", []) if isinstance(page, dict) else None
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        problems = problems or ["this is no page of events"]
    for problem in problems:
        print(ascii(problem)[1:-1], file=sys.stderr)
    if problems:
        return 1
    counts = Counter(str(event.get("EventResponse", "nothing")) for event in events)
    for response, count in counts.most_common():
        words = WORDS.get(response, f"{ascii(response)}, which the model does not know")
        print(f"{count:5}  {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
