import { kindsIn, type PasswordProfile } from "./profiles.ts";

/** Long passphrases are welcome; what nobody types is not hashed. */
export const PASSWORD_MOST = 128;

export type PasswordFailure =
  | { readonly kind: "tooShort"; readonly least: number }
  | { readonly kind: "tooLong"; readonly most: number }
  /** The office's rules ask for more kinds of characters: see `PasswordProfile`. */
  | { readonly kind: "tooFewKinds"; readonly kinds: number }
  /** One character, a run (`abcdef`, `qwerty`) or a piece repeated, and little else. */
  | { readonly kind: "tooSimple" }
  /** A password that everybody tries first, dressed up or not. */
  | { readonly kind: "common" }
  /** It says the sign-in name, the hospital or a department, and little else. */
  | { readonly kind: "guessable"; readonly word: string };

/**
 * Why a password is not taken; undefined where it is. Whatever the profile asks, length and not being guessable is what
 * counts. `context` are words that people who know the office try first.
 */
export function passwordFailure(
  password: string,
  context: readonly string[],
  { least, kinds }: Pick<PasswordProfile, "least" | "kinds">,
): PasswordFailure | undefined {
  const length = lengthOf(password.normalize("NFC"));
  if (length < least) return { kind: "tooShort", least };
  if (length > PASSWORD_MOST) return { kind: "tooLong", most: PASSWORD_MOST };
  if (kindsIn(password) < kinds) return { kind: "tooFewKinds", kinds };
  const plain = undressed(password);
  if (isSimple(password.toLowerCase()) || isSimple(plain)) return { kind: "tooSimple" };
  if (COMMON.some((word) => isLittleMore(plain, word))) return { kind: "common" };
  const word = context.find((known) => known.trim() !== "" && isLittleMore(plain, undressed(known)));
  return word === undefined ? undefined : { kind: "guessable", word };
}

/** How much may stand beside a word that everybody knows before the rest carries the password. */
const REST_THAT_CARRIES = 6;

/** What people dress a word with: years, digits in a run, marks, letters drawn as digits. */
function undressed(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/@/g, "a")
    .replace(/\$/g, "s")
    .replace(/[\s!#%^&*()_+\-=.,;:'"?/\\|~`[\]{}<>]/g, "")
    .replace(/0/g, "o")
    .replace(/[1i]/g, "l")
    .replace(/3/g, "e")
    .replace(/5/g, "s");
}

/** Characters as people count them: a rare one is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

function isLittleMore(plain: string, word: string): boolean {
  const known = undressed(word);
  if (known.length < 3 && !/\p{Script=Han}{2}/u.test(known)) return false;
  return plain.includes(known) && lengthOf(plain) - lengthOf(known) < REST_THAT_CARRIES;
}

/** Fewer than five different characters, one piece again and again, or a run along the alphabet or the keyboard. */
function isSimple(text: string): boolean {
  if (new Set(text).size < 5) return true;
  if (/^(.{1,6})\1+.{0,3}$/u.test(text)) return true;
  return RUNS.some((run) => longestShared(text, run) >= text.length - 3);
}

const RUNS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyzabcdefghijkl",
  "zyxwvutsrqponmlkjihgfedcba",
  "01234567890123456789",
  "98765432109876543210",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
  "qawsedrftgyhujikolp",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "zaq12wsxcde34rfvbgt56yhn",
  "!@#$%^&*()_+",
];

/** The longest piece of `text` that lies in `run`. */
function longestShared(text: string, run: string): number {
  let longest = 0;
  for (let from = 0; from < text.length; from += 1) {
    while (from + longest < text.length && run.includes(text.slice(from, from + longest + 1))) longest += 1;
  }
  return longest;
}

/** Our own list: what is set by hand on hospital systems, and what is typed by people in a hurry. */
const COMMON: readonly string[] = [
  ...["password", "passwort", "passw0rd", "pass1234", "letmein", "welcome", "iloveyou", "trustno1", "dragon"],
  ...["sunshine", "princess", "football", "baseball", "superman", "batman", "monkey", "shadow", "master"],
  ...[
    "administrator",
    "admin",
    "root",
    "guest",
    "test",
    "temp",
    "user",
    "system",
    "manager",
    "oracle",
    "sqlserver",
  ],
  ...[
    "hospital",
    "doctor",
    "nurse",
    "yiyuan",
    "yisheng",
    "hushi",
    "xinxike",
    "xinxi",
    "jishu",
    "guanli",
    "mima",
  ],
  ...[
    "woaini",
    "nihao",
    "zhongguo",
    "beijing",
    "shanghai",
    "caonima",
    "wodemima",
    "meiyoumima",
    "taobao",
    "weixin",
  ],
  ...[
    "5201314",
    "1314520",
    "147258369",
    "159357",
    "123654",
    "112233",
    "123123",
    "121212",
    "111222",
    "888888",
    "666666",
  ],
  ...[
    "qwerty",
    "qazwsx",
    "asdfgh",
    "zxcvbn",
    "1qaz2wsx",
    "q1w2e3",
    "1q2w3e",
    "abc123",
    "aaa111",
    "a123456",
    "abcd1234",
  ],
  ...[
    "changeme",
    "default",
    "initial",
    "secret",
    "company",
    "office",
    "login",
    "server",
    "database",
    "computer",
  ],
  ...["shouyue", "his", "lis", "pacs", "emr", "密码", "口令", "医院", "信息科", "管理员", "我爱你", "你好"],
];
