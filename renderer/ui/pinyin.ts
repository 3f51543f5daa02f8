import type * as pinyinPro from "pinyin-pro";

/** Pinyin initials of a text in small letters, other signs as they are: `东软HIS` → `drhis`. */
export type Initials = (text: string) => string;

type Tables = Pick<typeof pinyinPro, "pinyin">;

let loading: Promise<Initials | undefined> | undefined;

/**
 * The pinyin tables are large and most windows never need them: they load when first asked for. Undefined where they
 * cannot be had, in a browser that is cut off: what is typed is then looked for as it stands, and asking again tries again.
 */
export async function loadInitials(
  load: () => Promise<Tables> = async () => import("pinyin-pro"),
): Promise<Initials | undefined> {
  loading ??= load().then(initialsOf, () => (loading = undefined));
  return loading;
}

function initialsOf({ pinyin }: Tables): Initials {
  const known = new Map<string, string>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const parts = pinyin(text, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
    const initials = parts.join("").replace(/\s/g, "").toLowerCase();
    known.set(text, initials);
    return initials;
  };
}

/** True when `typed` occurs in the text as written or in its initials. */
export function matchesPinyin(text: string, typed: string, initials: Initials | undefined): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "" || text.toLowerCase().includes(wanted)) return true;
  return /^[a-z0-9]+$/.test(wanted) && initials !== undefined && initials(text).includes(wanted);
}
