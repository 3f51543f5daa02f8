import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { allowOnly, notImplemented } from "./strict.ts";
import { state, type SchemeHandler } from "./state.ts";

// What belongs to the operating system. Where a person would have to act, a test replaces the function, in the
// stand-in as in the real thing: `app.evaluate(({ dialog }) => { dialog.showSaveDialog = … })`.

const unanswered = (what: string) => (): Promise<never> =>
  Promise.reject(notImplemented(`${what} without a test that answers it`));

export const dialog = {
  showSaveDialog: unanswered("dialog.showSaveDialog"),
  showOpenDialog: unanswered("dialog.showOpenDialog"),
  showMessageBox: unanswered("dialog.showMessageBox"),
};

export class StandInNotification extends EventEmitter {
  static readonly shown: { readonly title: string; readonly body: string }[] = [];
  readonly title: string;
  readonly body: string;

  constructor(options: { readonly title: string; readonly body: string }) {
    super();
    allowOnly("Notification", options, ["title", "body"]);
    this.title = options.title;
    this.body = options.body;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    StandInNotification.shown.push({ title: this.title, body: this.body });
    this.emit("show", {});
  }
  close(): void {
    this.emit("close", {});
  }
}

interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuItem[];
}

export class StandInMenu {
  readonly items: readonly MenuItem[];

  private constructor(items: readonly MenuItem[]) {
    this.items = items;
  }
  static buildFromTemplate(template: readonly MenuItem[]): StandInMenu {
    return new StandInMenu(template);
  }
  static setApplicationMenu(_menu: StandInMenu): void {
    // There is no bar to put it on.
  }
}

/** A keychain of one run: enough to see what is written down, and that it is not the secret itself. */
const key = Buffer.alloc(32, "stand-in");
export const safeStorage = {
  getSelectedStorageBackend: (): string => "gnome_libsecret",
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(true),
  encryptStringAsync(text: string): Promise<Buffer> {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Promise.resolve(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
  },
  decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const result = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    return Promise.resolve({ result, shouldReEncrypt: false });
  },
};

const workArea = { x: 0, y: 0, width: 1920, height: 1040 };
export const screen = {
  getAllDisplays: () => [{ id: 1, workArea, bounds: { ...workArea, height: 1080 } }],
};

interface Scheme {
  readonly scheme: string;
  readonly privileges: {
    readonly standard?: boolean;
    readonly secure?: boolean;
    readonly supportFetchAPI?: boolean;
  };
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly Scheme[]): void {
    if (state.isReady)
      throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
    for (const { scheme, privileges } of schemes) {
      allowOnly(`privileges of ${scheme}:`, privileges, ["standard", "secure", "supportFetchAPI"]);
      if (privileges.standard === true && privileges.secure === true) state.standardSchemes.add(scheme);
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!state.isReady) throw new Error("protocol.handle can only be used after app is ready");
    if (!state.standardSchemes.has(scheme)) throw notImplemented(`${scheme}: as a scheme without privileges`);
    if (state.handlerByScheme.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    state.handlerByScheme.set(scheme, handler);
  },
};
