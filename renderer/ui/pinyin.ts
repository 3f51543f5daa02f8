/** Pinyin initials of a text in small letters, other signs as they are: `东软HIS` → `drhis`. */
export type Initials = (text: string) => string;

let loading: Promise<Initials> | undefined;

/** The pinyin tables are large and most windows never need them: they load when first asked for. */
export function loadInitials(): Promise<Initials> {
  loading ??= import("pinyin-pro").then(({ pinyin }) => {
    const known = new Map<string, string>();
    return (text) => {
      const seen = known.get(text);
      if (seen !== undefined) return seen;
      const parts = pinyin(text, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
      const initials = parts.join("").replace(/\s/g, "").toLowerCase();
      known.set(text, initials);
      return initials;
    };
  });
  return loading;
}

/** True when `typed` occurs in the text as written or in its initials. */
export function matchesPinyin(text: string, typed: string, initials: Initials | undefined): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "" || text.toLowerCase().includes(wanted)) return true;
  return /^[a-z0-9]+$/.test(wanted) && initials !== undefined && initials(text).includes(wanted);
}
