const MAX_LENGTH = 150;
/** Names that Windows keeps for devices, with whatever extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** A name that every file system takes: what one of them refuses becomes `_`. The extension survives a cut. */
export function safeBaseName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  const plain = name.replace(/[\u0000-\u001f\\/:*?"<>|]/g, "_").replace(/[. ]+$/, "");
  const named = plain === "" ? "_" : plain;
  const own = DEVICE.test(named) ? `_${named}` : named;
  if (own.length <= MAX_LENGTH) return own;
  const extension = /\.[^.]{1,10}$/.exec(own)?.[0] ?? "";
  return own.slice(0, MAX_LENGTH - extension.length).replace(/[. ]+$/, "") + extension;
}
