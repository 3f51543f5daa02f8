/** Something people call by a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly others: readonly string[];
  /** Not found by a part of its name, nor by initials. */
  readonly wholeOnly?: boolean;
}

export type NameMatch =
  | { readonly kind: "none" }
  /** `part`: the word is only a piece of the name, or glued before other words. */
  | { readonly kind: "whole" | "part"; readonly found: Named }
  | { readonly kind: "several"; readonly names: readonly string[] };

/**
 * Who answers to a word: by the whole name or a short one, else by pinyin initials, else by a part of the
 * name, else by a Latin name that the word begins with (`HIS无法登录`). The first way that finds anybody
 * decides; two of one way are a question.
 */
export function findNamed(
  word: string,
  all: readonly Named[],
  initials: ((name: string) => string) | undefined,
): NameMatch {
  const plain = plainName(word);
  const ways: readonly (readonly ["whole" | "part", (one: Named) => boolean])[] = [
    ["whole", (one) => namesOf(one).some((name) => plainName(name) === plain)],
    ["whole", (one) => shortNames(one).includes(plain)],
    ["whole", (one) => one.wholeOnly !== true && isInitials(plain, one, initials)],
    ["part", (one) => one.wholeOnly !== true && plain.length >= 2 && isPart(plain, one)],
    ["part", (one) => one.wholeOnly !== true && isGlued(plain, one)],
  ];
  for (const [kind, answers] of ways) {
    const found = all.filter(answers);
    const [first] = found;
    if (first === undefined) continue;
    return found.length === 1
      ? { kind, found: first }
      : { kind: "several", names: found.map(({ name }) => name) };
  }
  return { kind: "none" };
}

/** For comparing: half-width, lower case, no spaces. */
export function plainName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
}

function namesOf(one: Named): readonly string[] {
  return [one.name, ...one.others];
}

/** 门诊收费 for 门诊收费系统, HIS for `HIS 医院信息系统` and for `HIS（门诊）`. */
function shortNames(one: Named): string[] {
  if (one.wholeOnly === true) return [];
  return namesOf(one).flatMap((name) => {
    const [head = ""] = name.normalize("NFKC").split(/[\s(/-]/);
    return [plainName(name).replace(/(?:系统|平台|软件)$/, ""), plainName(head)];
  });
}

function isInitials(plain: string, one: Named, initials: ((name: string) => string) | undefined): boolean {
  if (initials === undefined || !/^[a-z]{2,}$/.test(plain)) return false;
  return namesOf(one).some((name) => initials(name) === plain);
}

function isPart(plain: string, one: Named): boolean {
  // One Latin letter or figure within a name is chance; 东软 within 东软集团 is not.
  return /[^\p{ASCII}]/u.test(plain) && namesOf(one).some((name) => plainName(name).includes(plain));
}

function isGlued(plain: string, one: Named): boolean {
  return [...shortNames(one), ...namesOf(one).map(plainName)].some(
    (name) =>
      /^[a-z]{2,}$/.test(name) && plain.startsWith(name) && /^[^\p{ASCII}]/u.test(plain.slice(name.length)),
  );
}
