/** Words that speak of personal or secret data, as Smithy's linter has them. */
export const SENSITIVE_TERMS: readonly string[] = [
  ...[
    "account number",
    "bank",
    "billing address",
    "birth",
    "birth day",
    "citizenship",
    "credentials",
    "credit card",
  ],
  ...["csc", "driver license", "drivers license", "email", "ethnicity", "first name", "gender", "insurance"],
  ...[
    "ip address",
    "last name",
    "maiden name",
    "mailing address",
    "pass phrase",
    "pass word",
    "passport",
    "phone",
  ],
  ...[
    "religion",
    "secret",
    "sexual orientation",
    "social security",
    "ssn",
    "tax payer",
    "telephone",
    "zip code",
  ],
];
