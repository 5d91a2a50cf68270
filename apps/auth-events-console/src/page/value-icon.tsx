import {
  Ban,
  Check,
  ChevronsUp,
  ChevronUp,
  CircleHelp,
  Clock,
  Eye,
  Key,
  KeyRound,
  LogIn,
  type LucideIcon,
  Mail,
  Minus,
  Shield,
  ShieldAlert,
  Smartphone,
  UserPlus,
  X,
} from "lucide-react";
import type { IconName } from "../events/looks.js";

const ICONS = {
  ban: Ban,
  check: Check,
  clock: Clock,
  cross: X,
  eye: Eye,
  key: Key,
  "key-round": KeyRound,
  "log-in": LogIn,
  mail: Mail,
  question: CircleHelp,
  shield: Shield,
  "shield-alert": ShieldAlert,
  "chevrons-up": ChevronsUp,
  minus: Minus,
  "chevron-up": ChevronUp,
  smartphone: Smartphone,
  "user-plus": UserPlus,
} as const satisfies Record<IconName, LucideIcon>;

/** A value's icon. It says nothing that the label beside it does not say. */
export function ValueIcon({ name }: { readonly name: IconName }) {
  const Icon = ICONS[name];
  return <Icon size={14} strokeWidth={2.25} aria-hidden="true" />;
}
